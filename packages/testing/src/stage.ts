import type { AnyBot } from "@botdeck/dialog";
import type { z } from "zod";

import type { Flows } from "./talk-flow.ts";

/** A bot with what surrounds it in a conversation that is written down. */
export type Stage = {
  bot: AnyBot;
  /** What may be said about the world outside; all of it has defaults. */
  given: z.ZodType;
  /** The bot's services in a world in which all is as it was given, in the form that `given` has read. */
  servicesOf(given: unknown): unknown;
  flows?: Flows;
  /** What may have been given when a conversation was recorded, in the form that `given` reads; the likeliest first. */
  likelyWorlds?(hints: WorldHints): readonly Readonly<Record<string, unknown>>[];
};

/** What a recorded conversation tells of the world around it. */
export type WorldHints = {
  orderNumbers: readonly string[];
  /** In E.164. */
  phones: readonly string[];
  /** What the client's messages were taken for. */
  intents: readonly string[];
  /** `YYYY-MM-DD`. */
  day: string;
  sendsFiles: boolean;
};
