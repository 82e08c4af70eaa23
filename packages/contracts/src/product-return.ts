import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** The workflow's type, and the first part of its id: `productReturn:<portal>:<step that started it>`. */
export const PRODUCT_RETURN = "productReturn";

const HOUR_MS = 3_600_000;

/** What a bot gives when it starts a return. Durations are input so that a test may shorten them. */
export const ProductReturnInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  /** Null when the client did not tell. */
  orderNumber: z.string().nullable().default(null),
  /** Days after the purchase in which a return is taken. */
  returnDays: z.number().int().positive(),
  /** Silence after which the client is reminded once, in milliseconds. */
  reminderMs: z
    .number()
    .int()
    .positive()
    .default(4 * HOUR_MS),
  /** Silence after which the return is given up, in milliseconds. */
  expiryMs: z
    .number()
    .int()
    .positive()
    .default(72 * HOUR_MS),
});
export type ProductReturnInput = z.infer<typeof ProductReturnInput>;

export const ProductReturnStep = z.enum(["purchase_date", "reason", "photo", "task", "done"]);
export type ProductReturnStep = z.infer<typeof ProductReturnStep>;

export const ProductReturnOutcome = z.enum(["task_created", "too_old", "given_up", "handed_over", "stopped"]);
export type ProductReturnOutcome = z.infer<typeof ProductReturnOutcome>;
