import { LANGUAGES, MOST_TEXT } from "@botdeck/dialog";
import { z } from "zod";

export const BotById = z.object({ botId: z.uuid() });

/** What is too long for a bot to say is refused in words; this only keeps out what nobody types. */
const MOST_INPUT = MOST_TEXT * 10;

export const PutText = z.object({
  botId: z.uuid(),
  language: z.enum(LANGUAGES),
  key: z.string().min(1).max(100),
  /** Null takes the bot's own words back. */
  text: z.string().max(MOST_INPUT).nullable(),
  /** The portal's words that this takes the place of, as the page showed them; null for none. */
  before: z.string().max(MOST_INPUT).nullable(),
});
