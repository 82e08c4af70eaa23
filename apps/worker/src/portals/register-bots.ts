import { createHmac } from "node:crypto";

import { type B24Client, B24Error, type BotApi, createBotApi, detectBotApi } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import type { Bot, Portal, Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";

import { actsForPeople } from "./acts-for-people.ts";
import { syncCommands } from "./sync-commands.ts";

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
 * A bot that people have switched off is left as it is. One that lacks rights of its own, or for which the portal has no
 * place, is left out, and its row says why.
 *
 * @throws AppError of the first bot that the portal refused; the bots before it are registered. `unsupported` when the
 *   portal can only post events and there is no address that it could prove itself to.
 */
export async function registerBots(portal: Portal, client: B24Client, deps: Deps): Promise<Bot[]> {
  const eventMode = eventModeOf(portal);
  const newest = await detectBotApi(client);
  if (newest.version === "v1" && eventMode === "fetch") throw tooOldToFetch();
  const lacking = await lackingScopes(client, deps.definitions);
  const registered: Bot[] = [];
  for (const definition of deps.definitions) {
    const row = await deps.portals.ensureBot({
      portalId: portal.id,
      code: definition.code,
      name: definition.name.en,
      eventMode,
      newBotToken: botTokenFor(deps.portals.webhookUrl(portal), definition.code),
    });
    if (!row.isOn) continue;
    const lacks = lacking(definition);
    if (lacks.length > 0) {
      if (row.state !== "active") await deps.portals.setBotState(row.id, "failed", lacksRights(lacks));
      continue;
    }
    const botToken = deps.portals.botToken(row);
    const api = keptApi(row, newest, client);
    try {
      const { bitrixBotId } = await api.register({
        code: `botdeck_${definition.code}`,
        name: definition.name.en,
        type: typeOf(definition),
        ...(eventMode === "webhook" ? { eventMode, webhookUrl: deps.eventsUrl } : { eventMode }),
        ...(botToken !== null && { botToken }),
      });
      // At once: from now on the portal sends events, which must find their bot.
      await deps.portals.markRegistered(row.id, bitrixBotId, api.version);
      const caller = { botId: bitrixBotId, ...(botToken !== null && { botToken }) };
      const keepsTokens = actsForPeople(definition);
      if (row.keepsTokens !== keepsTokens) await deps.portals.setKeepsTokens(row.id, keepsTokens);
      // A bot that is registered anew may have lost them, whatever the portal was told before.
      await syncCommands(api, caller, { row: { ...row, commandsDigest: null }, definition, deps });
      registered.push({ ...row, bitrixBotId, api: api.version, state: "active" });
    } catch (error) {
      const isFull = error instanceof B24Error && error.portalCode === "MAX_COUNT_ERROR";
      // A bot that works goes on working on what the portal knows of it.
      if (row.state !== "active") await deps.portals.setBotState(row.id, "failed", isFull ? FULL : messageOf(error));
      // The bots that have a place go on without those that have none.
      if (!isFull) throw error;
    }
  }
  return registered;
}

/** Tells which of its rights a bot lacks on a portal, which is asked only where a bot needs some of its own. */
async function lackingScopes(
  client: B24Client,
  definitions: readonly AnyBot[],
): Promise<(definition: AnyBot) => readonly string[]> {
  const isAsked = definitions.some(({ scopes = [] }) => scopes.length > 0);
  const granted = isAsked ? await client.call("scope", {}) : [];
  return ({ scopes = [] }) => scopes.filter((scope) => !granted.includes(scope));
}

const lacksRights = (scopes: readonly string[]): string =>
  `The portal has not given the rights ${scopes.join(", ")}: add them to the app or the webhook there, and start again.`;

/** Bitrix24 docs: imbot.register */
const FULL =
  "An app has five bots at most on a portal without the second bot API: update its modules im and imbot, or leave out another bot.";

/** An ordinary bot reads what is said to it alone, or with a mention of it. */
function typeOf({ kind, hearsEverything }: AnyBot): "openline" | "supervisor" | "bot" {
  if (kind === "client") return "openline";
  return hearsEverything === true ? "supervisor" : "bot";
}

/** A bot at work keeps to the API that it was registered with: its events come in that one's form for ever. */
function keptApi(row: Bot, newest: BotApi, client: B24Client): BotApi {
  const isBound = row.state === "active" && row.api === "v1";
  return isBound ? createBotApi(client, row.api) : newest;
}

function tooOldToFetch(): AppError {
  return new AppError(
    "unsupported",
    "The portal is too old to keep events until they are fetched: update its modules im and imbot, then start again, or let it install an app, whose events come to a public address.",
  );
}
