import getPort, { portNumbers } from "get-port";

const NEXT_PORTS_TRIED = 50;

/**
 * A TCP port nobody listens on: the preferred one, or the next free one above it, or any when none is preferred.
 *
 * Two calls in one process never get the same port. Another program may still take it before it is used.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred === undefined) return await getPort();
  return await getPort({ port: portNumbers(preferred, Math.min(preferred + NEXT_PORTS_TRIED, 65_535)) });
}
