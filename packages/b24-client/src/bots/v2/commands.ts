import type { B24Client, CallOptions } from "../../client.ts";
import type { BotCaller } from "../bot-caller.ts";
import type { BotCommand, CommandIds, CommandSync } from "../bot-command.ts";

/**
 * The portal lists titles in one language only, so what is there is updated without a comparison.
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/commands
 */
export async function syncCommands(
  client: B24Client,
  { botId, botToken }: BotCaller,
  { commands }: CommandSync,
  options?: CallOptions,
): Promise<CommandIds> {
  const bot = { botId, botToken };
  const listed = await client.call("imbot.v2.Command.list", bot, options);
  const there = new Map(
    (listed.commands ?? []).map(({ id, command }) => [(command ?? "").replace(/^\//, ""), id ?? ""]),
  );
  const ids: Record<string, string> = {};
  for (const command of commands) {
    const commandId = there.get(command.name);
    const fields = fieldsOf(command);
    if (commandId === undefined) {
      const made = await client.call(
        "imbot.v2.Command.register",
        { ...bot, fields: { command: command.name, ...fields } },
        options,
      );
      ids[command.name] = made.command?.id ?? "";
    } else {
      const params = paramsAnew(command);
      await client.call("imbot.v2.Command.update", { ...bot, commandId, fields: { ...fields, params } }, options);
      ids[command.name] = commandId;
    }
  }
  for (const [name, commandId] of there) {
    if (ids[name] === undefined) await client.call("imbot.v2.Command.unregister", { ...bot, commandId }, options);
  }
  return ids;
}

/** What is left out of an update stays as it was; only null takes a translation away. */
const paramsAnew = ({ title = {}, params = {} }: BotCommand) =>
  Object.fromEntries(Object.keys(title).map((language) => [language, params[language] ?? null]));

function fieldsOf({ title, params, isCommon = false, isHidden = false, forExtranet = false }: BotCommand) {
  return {
    ...(title && { title }),
    ...(params && { params }),
    common: isCommon,
    hidden: isHidden,
    extranetSupport: forExtranet,
  };
}
