import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

const Milliseconds = z.number().int().positive();

/** What a bot gives when it starts a return. The workflow knows what holds for what is left out. */
export const ProductReturnInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  /** The version of the return's dialog that leads to the end, whatever is deployed meanwhile. */
  dialogVersion: z.number().int().positive(),
  /** What is known already, in the dialog's own slots. */
  slots: z.record(z.string(), z.unknown()),
  /** The words that began it, as the dialog package understood them. */
  said: z.unknown(),
  /** The first words of the return are the first of the visit, and say who speaks. */
  greets: z.boolean().optional(),
  /** Portal user id of who decides about returns; null gives the task to the portal's default responsible. */
  managerId: z.string().nullable(),
  /** Who is told when the deadline has passed; null for nobody. */
  supervisorId: z.string().nullable(),
  /** Time for the manager to decide, then the supervisor is told and the time runs anew; 24 hours. */
  decisionMs: Milliseconds.optional(),
  /** Silence after which the client is reminded once; 4 hours. */
  reminderMs: Milliseconds.optional(),
  /** Silence after which the return is given up; 72 hours. */
  expiryMs: Milliseconds.optional(),
});
export type ProductReturnInput = z.infer<typeof ProductReturnInput>;

/** What comes with `DECIDED_SIGNAL`. `by` is a portal user id; null when the task was closed. */
export type Decided = { verdict: "approved" | "declined"; by: string | null; reason: string | null };

export type ProductReturnStep = "dialog" | "task" | "decision" | "refund" | "done";
export type ProductReturnOutcome =
  | "refunded"
  | "exchanged"
  | "approved"
  | "declined"
  | "undecided"
  | "cancelled"
  | "expired"
  | "handed_over"
  | "stopped"
  | "refused";
