import { setTimeout as pause } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { DrillOutbox } from "../drill-outbox.ts";
import type { DrillPortal } from "../drill-portal.ts";
import type { Part } from "../stack/part.ts";
import type { Stack } from "../stack/start-stack.ts";
import type { Kill } from "./kill-plan.ts";
import { type Account, EXPECTED, settleAccount } from "./ledger.ts";

/** The smallest picture there is. */
const PHOTO = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** What the client writes, each after the bot's word before it came. */
const ANSWERS = [
  { text: "I want to return this" },
  { text: "A-1044" },
  { text: "It is broken" },
  { text: "here it is", files: [{ name: "photo.png", contentBase64: PHOTO }] },
  { text: "Yes, send it" },
] as const;
export const STEPS = ANSWERS.length;

/** A worker that died in the middle of a send is looked for after its lease; the rest is start-up. */
const STEP_TIMEOUT_MS = 120_000;
/** After the last word, a second one that should not come would come within this. */
const QUIET_MS = 2_500;
/** Long enough to see the send and kill the worker while the portal still keeps it waiting. */
const SLOW_SEND_MS = 1_500;

export type ReturnResult = Account & {
  /** A worker was seen to die while a message of its was on its way. */
  midSend: boolean;
  ms: number;
  slowestStepMs: number;
};

type DrillParts = { stack: Stack; portal: DrillPortal; outbox: DrillOutbox };

/**
 * Plays one return while processes die as planned, and settles what the portal took.
 *
 * @throws AppError `conflict` when no send was there to be cut off, or effects stay open after the last word.
 */
export async function playReturn({ stack, portal, outbox }: DrillParts, kills: readonly Kill[]): Promise<ReturnResult> {
  const dialog = await portal.openDialog();
  const begin = (await portal.botMessages(dialog)).length;
  const tasksBefore = await portal.countTasks();
  const startedAt = performance.now();
  let [slowestStepMs, midSend] = [0, false];

  for (const [step, answer] of ANSWERS.entries()) {
    const kill = kills[step];
    if (kill?.isMidSend === true) {
      // A row that an earlier kill left in doubt would pass for the send that is waited for.
      await outbox.waitUntilEmpty();
      await portal.slowNextSend(SLOW_SEND_MS);
    }
    const stepStart = performance.now();
    await portal.write(dialog, answer);
    if (kill) {
      await (kill.isMidSend ? outbox.waitForSend() : pause(kill.afterMs));
      midSend ||= kill.isMidSend;
      await carryOut(stack, kill);
    }
    const isLast = step === ANSWERS.length - 1;
    const isSaid = async () => {
      const said = (await portal.botMessages(dialog)).slice(begin);
      const isHeard = said.some((text) => EXPECTED[step]?.test(text));
      return isHeard && (!isLast || (await portal.countTasks()) > tasksBefore);
    };
    if (!(await waitUntil(isSaid, { timeoutMs: STEP_TIMEOUT_MS, everyMs: 50 }))) break;
    slowestStepMs = Math.max(slowestStepMs, performance.now() - stepStart);
  }
  await outbox.waitUntilEmpty();
  // Silence can only be waited for.
  await pause(QUIET_MS);
  const said = (await portal.botMessages(dialog)).slice(begin);
  const account = settleAccount(said, (await portal.countTasks()) - tasksBefore);
  return {
    ...account,
    midSend,
    ms: Math.round(performance.now() - startedAt),
    slowestStepMs: Math.round(slowestStepMs),
  };
}

async function carryOut({ workers, temporal }: Stack, { target, awayMs }: Kill): Promise<void> {
  const victims: Part[] = [];
  if (target !== "temporal") victims.push(workers[0]);
  if (target !== "worker" && temporal !== null) victims.push(temporal);
  await Promise.all(victims.map((part) => part.kill()));
  await pause(awayMs);
  const restarted = await Promise.allSettled(victims.map((part) => part.start()));
  const failed = restarted.find((each) => each.status === "rejected");
  if (failed)
    throw new AppError("unreachable", "A part did not come back after it was killed", { cause: failed.reason });
}
