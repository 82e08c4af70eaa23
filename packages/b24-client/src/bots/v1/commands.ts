import type { B24Client, CallOptions } from "../../client.ts";
import { B24Error } from "../../error.ts";
import type { BotCaller } from "../bot-caller.ts";
import type { BotCommand, CommandIds, CommandSync } from "../bot-command.ts";
import { isAlreadySo } from "../is-already-so.ts";
import { callerOf, cannot, clientOf, yesNo } from "./caller.ts";

const GONE = "COMMAND_ID_ERROR";

/** Bitrix24 docs: chat-bots/outdated/commands */
export async function syncCommands(
  client: B24Client,
  bot: BotCaller,
  { commands, handlerUrl, known = {} }: CommandSync,
  options?: CallOptions,
): Promise<CommandIds> {
  const ids: Record<string, string> = {};
  for (const command of commands) {
    if (handlerUrl === undefined) {
      throw cannot(`take the command /${command.name} without an address for it`, "give a handlerUrl");
    }
    const fields = fieldsOf(command, handlerUrl);
    const knownId = known[command.name];
    const isThere = knownId !== undefined && (await updateCommand(client, bot, knownId, fields, options));
    ids[command.name] = isThere
      ? knownId
      : await client.call(
          "imbot.command.register",
          { ...callerOf(bot), COMMAND: command.name, COMMON: yesNo(command.isCommon ?? false), ...fields },
          options,
        );
  }
  for (const [name, COMMAND_ID] of Object.entries(known)) {
    if (ids[name] !== undefined) continue;
    const command = { COMMAND_ID, ...clientOf(bot.botToken) };
    await isAlreadySo(client.call("imbot.command.unregister", command, options), [GONE]);
  }
  return ids;
}

/** False when the portal does not know it any more. */
async function updateCommand(
  client: B24Client,
  bot: BotCaller,
  commandId: string,
  fields: object,
  options?: CallOptions,
): Promise<boolean> {
  const command = { COMMAND_ID: commandId, FIELDS: fields, ...clientOf(bot.botToken) };
  try {
    await client.call("imbot.command.update", command, options);
    return true;
  } catch (error) {
    if (error instanceof B24Error && error.portalCode === GONE) return false;
    throw error;
  }
}

/** This version wants a title of a hidden command too. */
function fieldsOf(
  { name, title = { en: name }, params = {}, isHidden = false, forExtranet = false }: BotCommand,
  handlerUrl: string,
) {
  const LANG = Object.entries(title).map(([language, TITLE]) => ({
    LANGUAGE_ID: language,
    TITLE,
    ...(params[language] !== undefined && { PARAMS: params[language] }),
  }));
  return {
    EVENT_COMMAND_ADD: handlerUrl,
    HIDDEN: yesNo(isHidden),
    EXTRANET_SUPPORT: yesNo(forExtranet),
    LANG,
  };
}
