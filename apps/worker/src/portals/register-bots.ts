import { createHmac } from "node:crypto";

import { type B24Client, type BotApi, type BotCaller, createBotApi, detectBotApi } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import type { Bot, Portal, Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";

/** Bitrix24 takes up to 40 characters (docs: imbot.v2.Bot.register). */
const BOT_TOKEN_LENGTH = 32;

type Deps = {
  portals: Portals;
  definitions: readonly AnyBot[];
  /** Where webhook events of these bots go, such as `https://bots.example/bitrix/events`. */
  eventsUrl: string;
};

/** Webhook mode suits an app, whose events prove themselves by the application token; a webhook's bots are fetched for. */
export function eventModeOf(portal: Portal): Bot["eventMode"] {
  return portal.auth === "oauth" ? "webhook" : "fetch";
}

/**
 * The token by which a webhook proves its right to a bot. Made of the webhook's own secret, so that a deployment that lost
 * its data, or a second one, is known to the portal again; null for an app, which needs none.
 */
function botTokenFor(webhookUrl: string | null, code: string): string | null {
  if (webhookUrl === null) return null;
  return createHmac("sha256", webhookUrl).update(`botdeck:${code}`).digest("hex").slice(0, BOT_TOKEN_LENGTH);
}

/**
 * Puts every definition to work on a portal, or brings what is there up to date. Doing it again is harmless. A portal
 * without the second bot API gets the same bots by the first one.
 *
 * @throws AppError of the first bot that the portal refused; the bots before it are registered. `unsupported` when the
 *   portal can only post events and there is no address that it could prove itself to.
 */
export async function registerBots(portal: Portal, client: B24Client, deps: Deps): Promise<Bot[]> {
  const eventMode = eventModeOf(portal);
  const newest = await detectBotApi(client);
  if (newest.version === "v1" && eventMode === "fetch") throw tooOldToFetch();
  const registered: Bot[] = [];
  for (const definition of deps.definitions) {
    const row = await deps.portals.ensureBot({
      portalId: portal.id,
      code: definition.code,
      name: definition.name.en,
      eventMode,
      newBotToken: botTokenFor(deps.portals.webhookUrl(portal), definition.code),
    });
    const botToken = deps.portals.botToken(row);
    const api = keptApi(row, newest, client);
    try {
      const { bitrixBotId } = await api.register({
        code: `botdeck_${definition.code}`,
        name: definition.name.en,
        type: definition.kind === "client" ? "openline" : "bot",
        ...(eventMode === "webhook" ? { eventMode, webhookUrl: deps.eventsUrl } : { eventMode }),
        ...(botToken !== null && { botToken }),
      });
      // At once: from now on the portal sends events, which must find their bot.
      await deps.portals.markRegistered(row.id, bitrixBotId, api.version);
      const caller = { botId: bitrixBotId, ...(botToken !== null && { botToken }) };
      await syncCommands(api, caller, { row, definition, deps });
      registered.push({ ...row, bitrixBotId, api: api.version, state: "active" });
    } catch (error) {
      // A bot that works goes on working on what the portal knows of it.
      if (row.state !== "active") await deps.portals.setBotState(row.id, "failed", messageOf(error));
      throw error;
    }
  }
  return registered;
}

/** A bot at work keeps to the API that it was registered with: its events come in that one's form for ever. */
function keptApi(row: Bot, newest: BotApi, client: B24Client): BotApi {
  const isBound = row.state === "active" && row.api === "v1";
  return isBound ? createBotApi(client, row.api) : newest;
}

async function syncCommands(
  api: BotApi,
  caller: BotCaller,
  { row, definition, deps }: { row: Bot; definition: AnyBot; deps: Deps },
): Promise<void> {
  const commands = Object.entries(definition.commands ?? {}).map(([name, { title, params }]) => ({
    name,
    title,
    ...(params && { params }),
  }));
  const isUnchanged = commands.length === 0 && Object.keys(row.commandIds).length === 0;
  if (isUnchanged) return;
  const commandIds = await api.syncCommands(caller, { commands, handlerUrl: deps.eventsUrl, known: row.commandIds });
  await deps.portals.keepCommandIds(row.id, commandIds);
}

function tooOldToFetch(): AppError {
  return new AppError(
    "unsupported",
    "The portal is too old to keep events until they are fetched: update its modules im and imbot, then start again, or let it install an app, whose events come to a public address.",
  );
}
