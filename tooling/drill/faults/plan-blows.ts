export type Blow = {
  /** The part that is killed. */
  target: string;
  /** When, in milliseconds from the begin. */
  atMs: number;
  /** How long it stays away before it is started again, in milliseconds. */
  awayMs: number;
};

const SHORTEST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 2_000;
const LONGEST_AWAY_MS = 1_500;

/** A plan of kills that a seed repeats. Workers and gateways are hit more often than what they stand on. */
export function planBlows(random: () => number, sizes: { forMs: number; gateways: number; workers: number }): Blow[] {
  const named = (kind: string, count: number) =>
    Array.from({ length: count }, (_each, index) => `${kind}-${index + 1}`);
  const targets = [...named("gateway", sizes.gateways), ...named("worker", sizes.workers), "postgres", "temporal"];
  const blows: Blow[] = [];
  let atMs = 0;
  for (;;) {
    atMs += SHORTEST_PAUSE_MS + Math.round(random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
    if (atMs > sizes.forMs) return blows;
    const target = targets[Math.floor(random() * targets.length)] ?? "postgres";
    blows.push({ target, atMs, awayMs: Math.round(random() * LONGEST_AWAY_MS) });
  }
}
