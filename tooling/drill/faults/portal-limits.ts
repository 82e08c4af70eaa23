import { setTimeout as pause } from "node:timers/promises";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";

const SEND = "imbot.v2.Chat.Message.send";

/** Rows 12 and 13: the portal says for a while that it is asked too much. */
const portalLimit = (name: string, mode: "limit_503" | "limit_429", forMs: (isLong: boolean) => number): Fault => ({
  name,
  async run({ portal, underLoad, isLong }) {
    const outcome = await underLoad({ messages: 90 }, async (load) => {
      await load.until(0.3);
      await portal.setFaults({ rest: { mode, method: SEND } });
      await pause(forMs(isLong));
      await portal.setFaults();
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    // A refusal came before any work, so nobody needs to doubt.
    promise(outcome, outcome.inDoubt === 0, `${outcome.inDoubt} replies in doubt after plain refusals`);
    return outcome;
  },
});

export const portalLimits: readonly Fault[] = [
  portalLimit("portal-503-limit", "limit_503", (isLong) => (isLong ? 60_000 : 4_000)),
  portalLimit("portal-429", "limit_429", (isLong) => (isLong ? 20_000 : 2_000)),
];
