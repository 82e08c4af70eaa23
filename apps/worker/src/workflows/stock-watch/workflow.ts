import type { StockWatchInput } from "@botdeck/contracts";
import { ActivityFailure, condition, proxyActivities } from "@temporalio/workflow";

import { createFlow } from "../flow/flow.ts";
import type { StockWatchActivities } from "./activities.ts";

const HOUR_MS = 3_600_000;
const EVERY_MS = 6 * HOUR_MS;
const LASTS_MS = 60 * 24 * HOUR_MS;

const { tellBack, endWatch } = proxyActivities<StockWatchActivities>({
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});
const { isInStock } = proxyActivities<StockWatchActivities>({
  startToCloseTimeout: "30 s",
  retry: { maximumAttempts: 3 },
});

export type StockWatchOutcome = "told" | "given_up" | "stopped";

/**
 * Looks now and then whether a product is back, and tells who asked for it.
 *
 * @param input Checked by whoever starts it.
 */
export async function stockWatch(input: StockWatchInput): Promise<StockWatchOutcome> {
  const { everyMs = EVERY_MS, lastsMs = LASTS_MS, productId, productName } = input;
  const flow = createFlow(input, "watching");
  const { addressee } = flow;
  const product = { id: productId, name: productName };
  const until = Date.now() + lastsMs;
  const outcome = await watch();
  await endWatch(addressee, { outcome });
  return outcome;

  async function watch(): Promise<StockWatchOutcome> {
    for (let leftMs = lastsMs; leftMs > 0; leftMs = until - Date.now()) {
      await condition(flow.isStopped, Math.max(1, Math.min(everyMs, leftMs)));
      if (flow.isStopped()) return "stopped";
      if (!(await isBack())) continue;
      await tellBack(addressee, { key: flow.nextKey(), product });
      return "told";
    }
    return "given_up";
  }

  /** A catalog that does not answer is asked again the next time. */
  async function isBack(): Promise<boolean> {
    try {
      return await isInStock(addressee, product);
    } catch (error) {
      if (error instanceof ActivityFailure) return false;
      throw error;
    }
  }
}
