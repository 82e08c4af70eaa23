import { setTimeout as pause } from "node:timers/promises";

import { httpBuildQuery } from "@botdeck/b24-client/testing";
import { waitUntil } from "@botdeck/local-stack";

import type { Balancer } from "./balancer.ts";
import type { Ledger, Posted } from "./ledger.ts";
import { messageEvent, type PortalIdentity } from "./message-event.ts";
import { postForm } from "./post-form.ts";

export type LoadPlan = {
  /** How many dialogs talk at the same time. */
  dialogs: number;
  perSecond: number;
  /** Null goes on until the trouble is over. */
  messages: number | null;
  /** A balancer that posts again to another gateway when one did not answer, which dedupe makes safe. */
  isRepeated: boolean;
};

export type Load = {
  /** Waits until so great a share of a counted load has been posted, from 0 to 1. */
  until(share: number): Promise<void>;
  /** Posts no more than it has begun, and waits for those. A counted load goes on to its end. */
  finish(): Promise<void>;
};

export type LoadDeps = {
  identity: PortalIdentity;
  chatIds: readonly number[];
  balancer: Balancer;
  ledger: Ledger;
  nextMessageId: () => number;
  signal: AbortSignal;
};

/** What a gateway could not take for a moment is tried there again by a balancer that repeats. */
const REPEATS = 3;

/**
 * Plays the portal: messages of several dialogs at a steady rate, each dialog's one after another as a portal sends them.
 * Who waits for an answer holds up his own dialog only.
 */
export function startLoad(plan: LoadPlan, deps: LoadDeps): Load {
  const total = plan.messages ?? Number.POSITIVE_INFINITY;
  let [done, isWanted] = [0, true];
  const play = async () => {
    const startedAt = performance.now();
    const chains = deps.chatIds.map(() => Promise.resolve());
    for (let index = 0; index < total && isWanted && !deps.signal.aborted; index++) {
      const dueMs = (index / plan.perSecond) * 1_000 - (performance.now() - startedAt);
      if (dueMs > 0) await pause(dueMs);
      const dialog = index % chains.length;
      const number = Math.floor(index / chains.length) + 1;
      chains[dialog] = (chains[dialog] ?? Promise.resolve()).then(async () => {
        if (!deps.signal.aborted) await postMessage(plan, deps, deps.chatIds[dialog] ?? 0, number);
        done += 1;
      });
    }
    await Promise.all(chains);
  };
  const finished = play();
  return {
    async until(share) {
      await waitUntil(() => done >= share * total, { timeoutMs: 120_000, everyMs: 10, signal: deps.signal });
    },
    async finish() {
      isWanted = plan.messages !== null;
      await finished;
    },
  };
}

async function postMessage(plan: LoadPlan, deps: LoadDeps, chatId: number, number: number): Promise<void> {
  const words = `${number} of chat${chatId}`;
  const { entry, body } = writeMessage(deps, { chatId, number, text: `say ${words}`, reply: `echo ${words}` });
  await postThrough(plan, deps, entry, body);
}

/** A message in the ledger, and the body that tells of it. Nothing is posted yet. */
export function writeMessage(
  { identity, ledger, nextMessageId }: Pick<LoadDeps, "identity" | "ledger" | "nextMessageId">,
  message: { chatId: number; number: number; text: string; reply: string | null },
): { entry: Posted; body: string } {
  const { chatId, number, text, reply } = message;
  const messageId = nextMessageId();
  const body = httpBuildQuery(messageEvent(identity, { messageId, chatId, text, at: new Date() }));
  const entry = ledger.open({ number, dialogId: `chat${chatId}`, messageId: String(messageId), text, reply });
  return { entry, body };
}

/** One delivery as the portal sees it: one post to the balancer, which may try more than one gateway. */
export async function postThrough(
  { isRepeated }: Pick<LoadPlan, "isRepeated">,
  { balancer, ledger }: Pick<LoadDeps, "balancer" | "ledger">,
  entry: Posted,
  body: string,
): Promise<void> {
  for (let round = 0; round < (isRepeated ? REPEATS : 1); round++) {
    for (const gateway of balancer.choose()) {
      const startedAt = performance.now();
      const outcome = await postForm(`${gateway}/bitrix/events`, body);
      ledger.note(entry, gateway, outcome, performance.now() - startedAt);
      if (outcome.kind === "answered" && outcome.status === 200) return;
      // Nothing was sent, so any balancer goes on to the next one.
      if (outcome.kind !== "not_connected" && !isRepeated) return;
    }
    if (round + 1 < REPEATS && isRepeated) await pause(100 * 2 ** round);
  }
}
