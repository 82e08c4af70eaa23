import { AppError } from "@botdeck/core";
import type { AnyBot } from "@botdeck/dialog";
import { z } from "zod";

import { refuseUnknown } from "./read-config.ts";
import { wrongSettings } from "./usable-settings.ts";

const Fields = z.record(z.string(), z.unknown());

/**
 * @param given Of these settings, those that somebody gives now: what was set before and is unknown by now is let be.
 * @throws AppError `invalid` that names each wrong field.
 */
export function checkBotSettings(
  { code, settings: schema }: Pick<AnyBot, "code" | "settings">,
  settings: Record<string, unknown>,
  given: Record<string, unknown> = settings,
): void {
  if (schema === undefined) throw new AppError("invalid", `The bot ${code} has no settings`);
  const read = schema.safeParse(settings);
  if (!read.success) {
    const wrong = wrongSettings(read.error).map(({ field, message }) => `${field}: ${message}`);
    throw new AppError("invalid", `The settings are wrong: ${wrong.join("; ")}`);
  }
  refuseUnknown(given, Fields.parse(read.data));
}
