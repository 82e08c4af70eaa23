import { readFileSync } from "node:fs";
import { globalAgent } from "node:https";
import { connect, type AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { fileURLToPath } from "node:url";

/** A certificate for 127.0.0.1 and its key, made for this door and worth nothing anywhere else. */
const PEM = readFileSync(fileURLToPath(new URL("__fixtures__/loopback.pem", import.meta.url)), "utf8");

/**
 * An https address in front of an http one, for clients that refuse anything else. This process trusts it from now on.
 *
 * @returns Its origin, and how to shut it.
 */
export async function openTlsDoor(origin: string): Promise<{ origin: string; close: () => void }> {
  const { hostname, port } = new URL(origin);
  const open = new Set<() => void>();
  const server = createServer({ cert: PEM, key: PEM }, (outside) => {
    const inside = connect(Number(port), hostname);
    const end = (): void => {
      outside.destroy();
      inside.destroy();
      open.delete(end);
    };
    open.add(end);
    outside.pipe(inside).pipe(outside);
    outside.on("error", end).on("close", end);
    inside.on("error", end).on("close", end);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => void server.once("listening", resolve));
  globalAgent.options.ca = PEM;
  // safe: it listens on a port of this machine
  const { port: own } = server.address() as AddressInfo;
  return {
    origin: `https://127.0.0.1:${own}`,
    close() {
      for (const end of open) end();
      server.close();
    },
  };
}
