import { setTimeout as pause } from "node:timers/promises";

import { type Fault, promiseNoneDead } from "../fault.ts";

const AWAY_MS = 500;

/** Rows 1 and 2, at a random moment: a gateway is killed under load and comes back, twice. */
const gatewayKill: Fault = {
  name: "gateway-kill",
  async run({ stack, underLoad, random }) {
    const outcome = await underLoad({}, async (load) => {
      for (const share of [0.25, 0.6]) {
        await load.until(share + random() * 0.1);
        const victim = stack.gateways[Math.floor(random() * stack.gateways.length)] ?? stack.gateways[0];
        await victim.kill();
        await pause(AWAY_MS);
        await victim.start();
      }
    });
    promiseNoneDead(outcome);
    return outcome;
  },
};

export const gatewayKilled: readonly Fault[] = [gatewayKill];
