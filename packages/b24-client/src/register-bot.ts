import type { B24Client, CallOptions } from "./client.ts";
import { B24Error } from "./error.ts";
import type { BotFields, BotType, EventMode } from "./methods/imbot.ts";

export type BotRegistration = {
  /** Unique within the app. */
  code: string;
  name: string;
  workPosition?: string;
  type: BotType;
  /** A bot for employees that also serves clients. */
  isSupportOpenline?: boolean;
  /** Proves a webhook's right to the bot, 40 characters at most; left out with OAuth. */
  botToken?: string | undefined;
} & ({ eventMode: "fetch" } | { eventMode: "webhook"; webhookUrl: string });

const MAX_BOT_TOKEN_LENGTH = 40;

/**
 * Makes the portal's bot what it should be, whether or not it was there before. Registering returns an existing bot as
 * it is, so an update always follows; both may be repeated.
 *
 * @throws B24Error `conflict` when a bot of this code exists with another type, which cannot be changed.
 * @see Bitrix24 docs: imbot.v2.Bot.register, imbot.v2.Bot.update
 */
export async function registerBot(
  client: B24Client,
  bot: BotRegistration,
  options?: CallOptions,
): Promise<{ bitrixBotId: string }> {
  const method = "imbot.v2.Bot.register";
  const { code, type, botToken } = bot;
  if (botToken !== undefined && botToken.length > MAX_BOT_TOKEN_LENGTH) {
    const message = `The token of bot ${code} is longer than ${MAX_BOT_TOKEN_LENGTH} characters`;
    throw new B24Error("invalid", message, { method, outcome: "not_applied" });
  }
  const properties = { name: bot.name, ...(bot.workPosition === undefined ? {} : { workPosition: bot.workPosition }) };
  const fields = { ...changeableFields(bot), properties };
  const registered = await client.call(
    method,
    { fields: { ...fields, code, type, ...(botToken === undefined ? {} : { botToken }) } },
    options,
  );
  if (registered.bot.type !== "" && registered.bot.type !== type) {
    const message = `The portal has a bot ${code} of type ${registered.bot.type}, not ${type}: unregister it or choose another code`;
    throw new B24Error("conflict", message, { method, outcome: "not_applied" });
  }
  const botId = registered.bot.id;
  await client.call("imbot.v2.Bot.update", { botId, botToken, fields }, options);
  return { bitrixBotId: botId };
}

function changeableFields(bot: BotRegistration): BotFields & { eventMode: EventMode } {
  const { eventMode, type, isSupportOpenline = false } = bot;
  return {
    eventMode,
    // A bot of type openline serves clients anyway.
    ...(type === "openline" ? {} : { isSupportOpenline }),
    ...(bot.eventMode === "webhook" ? { webhookUrl: bot.webhookUrl } : {}),
  };
}
