import { setTimeout as pause } from "node:timers/promises";

import { waitUntil } from "@botdeck/local-stack";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import { postThrough, writeMessage } from "../load/run-load.ts";

const FLOWS = 6;
const FIRST_QUESTION = /reason for the return/;
const FLOW_TIMEOUT_MS = 60_000;

/**
 * Row 11: Temporal is killed and stays away for seconds (--long: minutes) while messages come and workflows are wanted. Messages are
 * answered as ever; the starts wait, and each gives one workflow when Temporal is back, which asks its first question
 * once.
 */
const away: Fault = {
  name: "temporal-away",
  withTemporal: true,
  async run({ stack, portal, identity, underLoad, isLong }) {
    const chatIds: number[] = [];
    for (let flow = 1; flow <= FLOWS; flow++) chatIds.push(await portal.openChat(`flow ${flow}`, identity.botId));
    const questions = async () =>
      await Promise.all(
        chatIds.map(async (chatId) => {
          const said = await portal.repliesIn(chatId, identity.botId);
          return said.filter(({ text }) => FIRST_QUESTION.test(text)).length;
        }),
      );
    let askedMeanwhile = 0;
    const outcome = await underLoad({ perSecond: 20, messages: null }, async (load) => {
      await pause(1_000);
      await stack.temporal?.kill();
      for (const chatId of chatIds) {
        const { entry, body } = writeMessage(load.deps, { chatId, number: 1, text: "start", reply: null });
        await postThrough({ isRepeated: true }, load.deps, entry, body);
      }
      await pause(isLong ? 180_000 : 8_000);
      askedMeanwhile = (await questions()).reduce((sum, count) => sum + count, 0);
      await stack.temporal?.start();
      load.healed();
      await waitUntil(async () => (await questions()).every((count) => count > 0), { timeoutMs: FLOW_TIMEOUT_MS });
      await pause(2_000);
    });
    const asked = await questions();
    promise(
      outcome,
      asked.every((count) => count === 1),
      `the workflows asked ${asked.join(", ")} times, and not once each`,
    );
    promise(outcome, askedMeanwhile === 0, "a workflow ran without Temporal, so nothing was measured");
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(outcome, outcome.inDoubt === 0, `${outcome.inDoubt} replies too many or too few`);
    return outcome;
  },
};

export const temporalFaults: readonly Fault[] = [away];
