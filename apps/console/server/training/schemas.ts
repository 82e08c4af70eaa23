import { TRAINING_REASON, TRAINING_STATE } from "@botdeck/db";
import { z } from "zod";

/** Decided in one go. */
const MOST_DECIDED = 200;
/** A phrase to learn from is short. */
const MOST_PHRASE = 300;

const BotCode = z.string().min(1).max(100);
const Intent = z.string().min(1).max(100);

export const OfBot = z.object({ botCode: BotCode });

export const ListExamples = OfBot.extend({
  state: z.enum(TRAINING_STATE),
  reason: z.enum(TRAINING_REASON).nullable().default(null),
  language: z.string().max(10).nullable().default(null),
  portalId: z.uuid().nullable().default(null),
  /** The last one of the page before. */
  cursor: z.object({ at: z.string().max(40), id: z.uuid() }).nullish(),
});

export const DecideExamples = OfBot.extend({
  decisions: z
    .array(
      z.discriminatedUnion("state", [
        z.object({ id: z.uuid(), state: z.literal("assigned"), intent: Intent }),
        z.object({ id: z.uuid(), state: z.enum(["skipped", "new"]), intent: z.null().default(null) }),
      ]),
    )
    .min(1)
    .max(MOST_DECIDED),
});

export const AddPhrase = OfBot.extend({ text: z.string().trim().min(2).max(MOST_PHRASE), intent: Intent });

export const PublishRun = z.object({ runId: z.uuid() });

export const RollBack = OfBot.extend({
  /** 0 for the bot's own phrases and nothing else. */
  version: z.number().int().min(0),
  reason: z.string().trim().min(3).max(500),
});
