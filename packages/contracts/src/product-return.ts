import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** What a bot gives when it starts a return. The workflow knows what holds for what is left out. */
export const ProductReturnInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  /** Null when the client did not tell. */
  orderNumber: z.string().nullable().optional(),
  /** Days after the purchase in which a return is taken. */
  returnDays: z.number().int().positive(),
  /** Silence after which the client is reminded once, in milliseconds; 4 hours. A test may shorten it. */
  reminderMs: z.number().int().positive().optional(),
  /** Silence after which the return is given up, in milliseconds; 72 hours. */
  expiryMs: z.number().int().positive().optional(),
});
export type ProductReturnInput = z.infer<typeof ProductReturnInput>;

export type ProductReturnStep = "purchase_date" | "reason" | "photo" | "task" | "done";
export type ProductReturnOutcome = "task_created" | "too_old" | "given_up" | "handed_over" | "stopped";
