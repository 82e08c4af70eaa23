import { z } from "zod";

import { UNDERSTANDING_DEFAULTS } from "../understanding/understood.ts";
import type { Surroundings } from "./step.ts";

/** Settings that the engine itself heeds; a bot has them or not. */
const EngineSettings = z.object({
  timeZone: z.string().default("UTC"),
  answerAt: z.number().default(UNDERSTANDING_DEFAULTS.answerAt),
  leanAt: z.number().default(UNDERSTANDING_DEFAULTS.leanAt),
  askAt: z.number().default(UNDERSTANDING_DEFAULTS.askAt),
});

/**
 * What a bot's settings mean for a step: the day it is where the bot works, and how sure of an intent it has to be.
 *
 * @param at The moment of the step, ISO 8601.
 */
export function heedSettings(settings: unknown, at: string): Pick<Surroundings, "today" | "thresholds"> {
  const { timeZone, ...thresholds } = EngineSettings.parse(settings ?? {});
  return {
    today: new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(at)),
    thresholds: { ...UNDERSTANDING_DEFAULTS, ...thresholds },
  };
}
