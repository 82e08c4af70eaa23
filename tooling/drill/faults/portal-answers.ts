import { setTimeout as pause } from "node:timers/promises";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";

const SEND = "^imbot\\.v2\\.Chat\\.Message\\.send$";

type Answer = {
  /** What the portal does to some of the replies; see the emulator's README. */
  mode: string;
  /** How many replies are hit. */
  times: number;
  delayMs?: number;
};

/**
 * Rows 14 and 15: some replies get a wrong answer, or none. What certainly was not done is done again; what may have been
 * done is looked for before.
 */
const wrongAnswer = (name: string, rule: Answer): Fault => ({
  name,
  async run({ portal, underLoad }) {
    const outcome = await underLoad({ messages: 90 }, async (load) => {
      await load.until(0.2);
      await portal.setFaults({ rest: { method: SEND, ...rule } });
      await load.until(1);
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    return outcome;
  },
});

/** Row 12: the portal says for a while that it is asked too much. Nothing is in doubt, and nobody hammers at it. */
const tooManyRequests: Fault = {
  name: "portal-503-limit",
  async run({ portal, underLoad, isLong }) {
    const refusals: number[] = [];
    const forMs = isLong ? 60_000 : 4_000;
    const outcome = await underLoad({ messages: 90 }, async (load) => {
      await load.until(0.3);
      const before = (await portal.calls()).length;
      await portal.setFaults({ rest: { mode: "limit_503", method: SEND } });
      await pause(forMs);
      await portal.setFaults();
      const since = (await portal.calls()).slice(before);
      refusals.push(since.filter(({ error }) => error === "QUERY_LIMIT_EXCEEDED").length);
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(outcome, outcome.inDoubt === 0, `${outcome.inDoubt} in doubt after plain refusals`);
    const perSecond = (refusals[0] ?? 0) / (forMs / 1_000);
    promise(outcome, perSecond <= 10, `the portal had to refuse ${Math.round(perSecond)} times a second`);
    return outcome;
  },
};

/** Row 13: a method is closed until a time that the portal names; it is left alone until then, and nothing is given up. */
const operationTime: Fault = {
  name: "portal-429-operation-time",
  async run({ portal, stack, tables, underLoad }) {
    const refused: number[] = [];
    const outcome = await underLoad({ messages: 60 }, async (load) => {
      await load.until(0.3);
      const before = (await portal.calls()).length;
      await portal.setFaults({ rest: { mode: "limit_429", method: SEND } });
      await load.until(1);
      await pause(2_000);
      await portal.setFaults();
      const since = (await portal.calls()).slice(before);
      refused.push(since.filter(({ error }) => error === "OPERATION_TIME_LIMIT").length);
      // The portal's pause is ten minutes; the drill lets them pass at once, for workers that begin anew.
      for (const worker of stack.workers) await worker.terminate();
      await tables.openMethods();
      for (const worker of stack.workers) await worker.start();
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    const [count = 0] = refused;
    promise(outcome, count > 0, "no reply met the closed method, so nothing was measured");
    // One for each worker's lanes that were under way when it closed.
    promise(outcome, count <= 24, `a closed method was called ${count} times`);
    return outcome;
  },
};

/** Row 20: the portal has a new address, and says so with 302. */
const moved: Fault = {
  name: "portal-moved",
  async run({ portal, underLoad }) {
    const outcome = await underLoad({ messages: 90 }, async (load) => {
      await load.until(0.3);
      await portal.setFaults({ portal: { movedTo: "auto" } });
      await load.until(1);
      await pause(3_000);
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    return outcome;
  },
};

export const portalAnswers: readonly Fault[] = [
  tooManyRequests,
  operationTime,
  wrongAnswer("portal-500", { mode: "error_500", times: 6 }),
  wrongAnswer("portal-500-page", { mode: "error_500_page", times: 4 }),
  wrongAnswer("portal-502", { mode: "error_502", times: 4 }),
  wrongAnswer("portal-502-after", { mode: "error_502_after", times: 6 }),
  wrongAnswer("portal-drop-before", { mode: "drop_before", times: 4 }),
  wrongAnswer("portal-drop-after", { mode: "drop_after", times: 6 }),
  wrongAnswer("portal-cut-body", { mode: "truncated", times: 6 }),
  wrongAnswer("portal-page-200", { mode: "page_200", times: 4 }),
  wrongAnswer("portal-timeout", { mode: "delay", delayMs: 14_000, times: 3 }),
  moved,
];
