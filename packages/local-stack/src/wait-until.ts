import { setTimeout as sleep } from "node:timers/promises";

type WaitOptions = {
  timeoutMs: number;
  everyMs?: number;
  signal?: AbortSignal | undefined;
};

/** Asks again and again until the answer is yes. False when the time ran out or the signal fired first. */
export async function waitUntil(
  check: () => Promise<boolean> | boolean,
  { timeoutMs, everyMs = 100, signal }: WaitOptions,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (signal?.aborted !== true) {
    if (await check()) return true;
    if (performance.now() >= deadline) return false;
    await sleep(everyMs);
  }
  return false;
}
