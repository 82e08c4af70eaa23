import { claimPort } from "@botdeck/local-stack";

const PREFERRED = {
  gateway: 8080,
  console: 8081,
  worker: 8082,
  emulator: 8090,
  postgres: 5433,
  temporal: 7233,
} as const;

export type Ports = Record<keyof typeof PREFERRED, number>;

/** A port for each part: the usual one, or the next free one above it. `moved` says which had to move, and where to. */
export async function choosePorts(): Promise<{ ports: Ports; moved: string[] }> {
  const ports: Ports = { ...PREFERRED };
  const moved: string[] = [];
  for (const name of Object.keys(PREFERRED) as (keyof Ports)[]) {
    const preferred = PREFERRED[name];
    ports[name] = await claimPort(preferred);
    if (ports[name] !== preferred) moved.push(`Port ${preferred} is busy: ${name} is on ${ports[name]}.`);
  }
  return { ports, moved };
}
