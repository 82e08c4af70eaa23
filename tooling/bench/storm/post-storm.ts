import { setTimeout as pauseFor } from "node:timers/promises";

import type { StormPost } from "./plan-storm.ts";
import { toNotification } from "./storm-post.ts";

/** As Alertmanager does with what is not taken. */
const TRIES = 5;
const TRY_AGAIN_MS = 1_000;
const TIMEOUT_MS = 10_000;

export type Posted = {
  group: number;
  /** From the instant at which it was due to the first answer, in milliseconds: waiting behind others counts. */
  answerMs: number;
  /** When it was taken, by the wall clock in milliseconds; null when it never was. */
  acceptedAt: number | null;
};

/** Posts at the planned instants, whether or not those before are answered. */
export async function postStorm(
  hook: { address: string; secret: string },
  posts: readonly StormPost[],
): Promise<Posted[]> {
  const beganAt = new Date();
  const startedAt = performance.now();
  const underWay: Promise<Posted>[] = [];
  for (const post of posts) {
    const waitMs = startedAt + post.dueMs - performance.now();
    if (waitMs > 1) await pauseFor(waitMs);
    underWay.push(deliver(hook, post, { beganAt, dueAt: startedAt + post.dueMs }));
  }
  return await Promise.all(underWay);
}

async function deliver(
  { address, secret }: { address: string; secret: string },
  post: StormPost,
  { beganAt, dueAt }: { beganAt: Date; dueAt: number },
): Promise<Posted> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${secret}` };
  const body = JSON.stringify(toNotification(post, beganAt));
  let answerMs: number | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await pauseFor(TRY_AGAIN_MS);
    const isTaken = await fetch(address, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      async (response) => {
        await response.text();
        return response.ok;
      },
      () => false,
    );
    answerMs ??= performance.now() - dueAt;
    if (isTaken) return { group: post.group, answerMs, acceptedAt: Date.now() };
  }
  return { group: post.group, answerMs: answerMs ?? TIMEOUT_MS, acceptedAt: null };
}
