import { LANGUAGES } from "@botdeck/dialog";
import { z } from "zod";

/** What came of a visit. What is not known of it is left out, and is not compared. */
export const Came = z.strictObject({
  outcome: z.enum(["answered", "handed_over", "unanswered"]),
  /** Of a hand-over. */
  topic: z.string().nullable().optional(),
  cause: z.string().nullable().optional(),
  /** The first dialog. */
  dialog: z.string().optional(),
  /** Dialogs that ran, and workflows that led, in their order. */
  dialogs: z.array(z.string()).optional(),
  /** The step at which the visit stopped; null when nothing was open. */
  lastStep: z.string().nullable().optional(),
});
export type Came = z.infer<typeof Came>;

const ClientTurn = z.strictObject({
  client: z.string(),
  /** Since the turn before, in milliseconds. */
  afterMs: z.number().int().nonnegative(),
  /** Names that tell pictures from other files. */
  files: z.array(z.string()).optional(),
  /** The place of the pressed button among those that were offered, and how many these were. */
  pressed: z.strictObject({ place: z.number().int(), of: z.number().int() }).optional(),
  /** Operators had the conversation before, and gave it back. */
  isBack: z.literal(true).optional(),
});
export type ClientTurn = z.infer<typeof ClientTurn>;

/** A real conversation without what is its client's own, and with all that it takes to play it again. One line of a file. */
export const Fixture = z.strictObject({
  id: z.string(),
  bot: z.string(),
  language: z.enum(LANGUAGES),
  /** The client's first word, ISO 8601: days are counted from it. */
  at: z.iso.datetime(),
  settings: z.record(z.string(), z.unknown()),
  /** What the world outside answers, in the form of the bot's stage. */
  given: z.record(z.string(), z.unknown()),
  /** What was said; the bot's words are for people to read. */
  turns: z.array(z.union([ClientTurn, z.strictObject({ bot: z.string() })])).min(1),
  /** What came of each visit, as it was recorded when it happened. */
  recorded: z.array(Came),
  /** What the version that exported it comes to with what is given. */
  before: z.array(Came),
  /** False when that is something else than what was recorded: the world outside was another one, or the version. */
  isReproduced: z.boolean(),
});
export type Fixture = z.infer<typeof Fixture>;
