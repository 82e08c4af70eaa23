import { setTimeout as pause } from "node:timers/promises";

import { waitUntil } from "@botdeck/local-stack";

import { type Fault, promise } from "../fault.ts";
import { postThrough, writeMessage } from "../load/run-load.ts";

/** All tries of a poisoned event, with the pauses between them and the deaths of its processes. */
const DEAD_WITHIN_MS = 240_000;
/** The dialog goes on behind what is dead. */
const POISONS = ["throw", "hang", "loop", "exhaust"] as const;

/**
 * Row 30: an event whose handler throws, never decides, blocks its process, or takes all its memory. It ends as a dead
 * letter after some tries; the next message of its dialog is answered then, and other dialogs do not wait for it.
 */
const poison = (word: (typeof POISONS)[number]): Fault => ({
  name: `poison-${word}`,
  async run({ stack, portal, identity, tables, underLoad }) {
    const chatId = await portal.openChat(`poison ${word}`, identity.botId);
    const dialogId = `chat${chatId}`;
    // A worker that its handler has ended is started again, as any supervisor does.
    const letGo = stack.workers.map((worker) => worker.keepUp());
    let isDead = false;
    const outcome = await underLoad({ perSecond: 10, messages: null }, async ({ deps }) => {
      const { balancer, nextMessageId } = deps;
      // A book of its own: this dialog owes a dead letter, which would be a fault in any other.
      const own = { balancer, nextMessageId, identity, ledger: { ...deps.ledger, open: sideEntry, note: () => {} } };
      for (const text of [`${word} 1`, `say 2 of ${dialogId}`]) {
        const { entry, body } = writeMessage(own, { chatId, number: 1, text, reply: null });
        await postThrough({ isRepeated: true }, own, entry, body);
      }
      isDead = await waitUntil(
        async () => (await tables.keptEvents([dialogId]).catch(() => [])).some(({ status }) => status === "dead"),
        { timeoutMs: DEAD_WITHIN_MS, everyMs: 500 },
      );
      await pause(2_000);
    });
    for (const end of letGo) end();
    // Those deaths were asked for.
    for (const worker of stack.workers) worker.takeSurprises();
    promise(outcome, isDead, `the poisoned event was no dead letter after ${DEAD_WITHIN_MS / 1_000} s`);
    const hasGoneOn = async () => (await portal.repliesIn(chatId, identity.botId)).length === 1;
    promise(outcome, await waitUntil(hasGoneOn, { timeoutMs: 20_000 }), "its dialog did not go on after it");
    promise(outcome, outcome.dead === 0, `${outcome.dead} events of other dialogs became dead letters`);
    return outcome;
  },
});

type Entry = ReturnType<typeof writeMessage>["entry"];

function sideEntry(message: Pick<Entry, "number" | "dialogId" | "messageId" | "text" | "reply">): Entry {
  return { ...message, posts: 0, isAccepted: false, acceptedBy: null, slowestMs: 0, failures: [] };
}

export const poisons: readonly Fault[] = POISONS.map(poison);
