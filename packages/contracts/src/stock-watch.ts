import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** What a bot gives when somebody wants to know that a product is back. */
export const StockWatchInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  productId: z.string(),
  productName: z.string(),
  /** Time between two looks; 6 hours. */
  everyMs: z.number().int().positive().optional(),
  /** Time after which nobody looks any more; 60 days. */
  lastsMs: z.number().int().positive().optional(),
});
export type StockWatchInput = z.infer<typeof StockWatchInput>;
