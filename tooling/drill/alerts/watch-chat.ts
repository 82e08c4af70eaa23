import { waitUntil } from "@botdeck/local-stack";

import type { ShownMessage } from "./alert-chat.ts";

export const ACKNOWLEDGE = /^(Acknowledge|Принять в работу)$/;
export const ACKNOWLEDGED = /Acknowledged by|В работе/;
export const RECOVERED = /recovered|восстанов/i;

const LOOK_EVERY_MS = 50;

/** What is said from now on. */
export async function newOf(said: () => Promise<ShownMessage[]>): Promise<() => Promise<ShownMessage[]>> {
  const known = new Set((await said()).map(({ id }) => id));
  return async () => (await said()).filter(({ id }) => !known.has(id));
}

export const saysOne = (messages: readonly ShownMessage[], words: RegExp): boolean =>
  messages.some(({ text }) => words.test(text));

/** @returns How long it took from a moment of `performance.now()` on, in milliseconds; null when it was not so in time. */
export async function timeUntil(
  since: number,
  check: () => Promise<boolean>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<number | null> {
  const isSo = await waitUntil(check, { timeoutMs, everyMs: LOOK_EVERY_MS, signal });
  signal.throwIfAborted();
  return isSo ? Math.round(performance.now() - since) : null;
}
