import { LANGUAGES, MOST_TEXT } from "@botdeck/dialog";
import { z } from "zod";

export const BotById = z.object({ botId: z.uuid() });

/** More than any bot has to be told. */
const MOST_SETTINGS = 50_000;
const Settings = z
  .record(z.string(), z.unknown())
  .refine((settings) => JSON.stringify(settings).length <= MOST_SETTINGS);

export const PutSettings = BotById.extend({
  /** All that is set; a field that is left out has its default. */
  settings: Settings,
  /** What these take the place of, as the page showed them. */
  before: Settings,
});

export const SetBotOn = BotById.extend({ isOn: z.boolean(), reason: z.string().trim().max(500).default("") });

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
