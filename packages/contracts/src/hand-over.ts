import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

const Milliseconds = z.number().int().positive();

/** What a bot gives with a hand-over, for the workflow that watches over it. */
export const HandOverInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  topic: z.string(),
  cause: z.string(),
  /** Lines whose queues are tried in turn when nobody picks up. */
  nextLineIds: z.array(z.string()),
  /** Who gets it after the last queue; null for nobody. */
  supervisorId: z.string().nullable(),
  /** Time for each queue to pick up; 5 minutes. */
  waitMs: Milliseconds.optional(),
  /** Outside of working hours nobody is expected before this moment, ISO 8601; null within them. */
  opensAt: z.string().nullable(),
  /** Silence after which a dialog that a person led is the bot's again; 12 hours. */
  quietMs: Milliseconds.optional(),
});
export type HandOverInput = z.infer<typeof HandOverInput>;

/**
 * What comes with `HAND_OVER_NEWS_SIGNAL`. `operatorId` is a portal user id, or `desk:<console user id>` of somebody at the
 * console without one.
 */
export type HandOverNews = { kind: "taken"; operatorId: string } | { kind: "returned" } | { kind: "closed" };

export type HandOverStep = "queued" | "human" | "promised" | "done";
