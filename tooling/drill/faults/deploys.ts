import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";

const RESTARTS = 20;

/**
 * Row 29: every part is stopped (SIGTERM) and started again in turn, twenty times, under load, behind a balancer that goes
 * by `/health`. No request fails, and nothing is in doubt.
 */
const rolling: Fault = {
  name: "rolling-restart",
  async run({ stack, underLoad, report }) {
    const slow: string[] = [];
    const outcome = await underLoad({ perSecond: 20, messages: null }, async () => {
      const parts = [
        stack.gateways[0],
        stack.workers[0],
        stack.gateways[1] ?? stack.gateways[0],
        stack.workers[1] ?? stack.workers[0],
      ];
      for (let restart = 0; restart < RESTARTS; restart++) {
        const part = parts[restart % parts.length] ?? parts[0];
        if (part === undefined) break;
        const { code, signal } = await part.terminate();
        if (code !== 0) slow.push(`${part.name} ended with ${signal ?? `code ${code}`} when it was asked to stop`);
        await part.start();
      }
      report(`${RESTARTS} restarts done`);
    });
    outcome.broken.push(...slow);
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(outcome, outcome.inDoubt === 0, `${outcome.inDoubt} in doubt after stops in good order`);
    return outcome;
  },
};

export const deploys: readonly Fault[] = [rolling];
