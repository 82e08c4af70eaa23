import { createHash } from "node:crypto";

import type { BotApi, BotCaller, BotCommand } from "@botdeck/b24-client";
import type { Bot, Portals } from "@botdeck/db";
import { type AnyBot, commandsOf, LANGUAGES, paramsInWords } from "@botdeck/dialog";

type Deps = { portals: Portals; eventsUrl: string };

/** A bot's commands as its portal is told them; those that buttons call among them, since others are not heard. */
export const portalCommands = (definition: AnyBot): BotCommand[] =>
  Object.entries(commandsOf(definition)).map(([name, { title, params = [], isHidden = false, isCommon = false }]) => ({
    name,
    title,
    isHidden,
    isCommon,
    ...(params.length > 0 && {
      params: Object.fromEntries(LANGUAGES.map((language) => [language, paramsInWords(params, language)])),
    }),
  }));

/** Of all that the portal is told; the first bot API posts each command to an address of its own. */
function digestOf(commands: readonly BotCommand[], api: Bot["api"], eventsUrl: string): string {
  const told = { commands, ...(api === "v1" && { eventsUrl }) };
  return createHash("sha256").update(JSON.stringify(told)).digest("hex");
}

/**
 * Tells a portal a bot's commands: new ones are registered, known ones updated, and those that are no more taken away. A
 * portal that was told the same is not called.
 *
 * @returns Whether it was.
 */
export async function syncCommands(
  api: BotApi,
  caller: BotCaller,
  { row, definition, deps }: { row: Bot; definition: AnyBot; deps: Deps },
): Promise<boolean> {
  const commands = portalCommands(definition);
  const digest = digestOf(commands, api.version, deps.eventsUrl);
  const hasNever = commands.length === 0 && Object.keys(row.commandIds).length === 0;
  if (hasNever || row.commandsDigest === digest) return false;
  const commandIds = await api.syncCommands(caller, { commands, handlerUrl: deps.eventsUrl, known: row.commandIds });
  await deps.portals.keepCommands(row.id, { commandIds, digest });
  return true;
}
