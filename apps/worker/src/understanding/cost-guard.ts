import { messageOf } from "@botdeck/core";
import type { NluUsage } from "@botdeck/db";
import type { CostGuard } from "@botdeck/nlu-providers";
import type { Logger } from "@botdeck/telemetry";

type Deps = { usage: Pick<NluUsage, "take" | "correct">; logger: Pick<Logger, "warn"> };

/** Counts what a portal's provider is asked, for all its bots and all workers together, against the budget that its settings give. */
export function createCostGuard(portalId: string, { usage, logger }: Deps): CostGuard {
  return {
    take: (tokens, budget) => usage.take(portalId, tokens, budget),
    // Nobody waits for it; what was taken for the request stays taken, which is rather too much.
    correct: (tokens) =>
      void usage
        .correct(portalId, tokens)
        .catch((error: unknown) =>
          logger.warn({ portalId, reason: messageOf(error) }, "the use of a provider is not corrected"),
        ),
  };
}
