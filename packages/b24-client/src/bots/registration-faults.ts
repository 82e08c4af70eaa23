import { AppError } from "@botdeck/core";

const MAX_BOT_TOKEN_LENGTH = 40;

/** @throws AppError `invalid`. Bitrix24 docs: imbot.v2.Bot.register */
export function checkBotToken(code: string, botToken: string | undefined): void {
  if (botToken === undefined || botToken.length <= MAX_BOT_TOKEN_LENGTH) return;
  throw new AppError("invalid", `The token of bot ${code} is longer than ${MAX_BOT_TOKEN_LENGTH} characters`);
}

/** No update changes a bot's type. */
export function otherType(code: string, found: string, wanted: string): AppError {
  return new AppError(
    "conflict",
    `The portal has a bot ${code} of type ${found}, not ${wanted}: unregister it or choose another code`,
  );
}
