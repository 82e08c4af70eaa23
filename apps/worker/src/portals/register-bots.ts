import { createHmac } from "node:crypto";

import { type B24Client, registerBot } from "@botdeck/b24-client";
import { messageOf } from "@botdeck/core";
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
 * Puts every definition to work on a portal, or brings what is there up to date. Doing it again is harmless.
 *
 * @throws AppError of the first bot that the portal refused; the bots before it are registered.
 */
export async function registerBots(portal: Portal, client: B24Client, deps: Deps): Promise<Bot[]> {
  const eventMode = eventModeOf(portal);
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
    try {
      const { bitrixBotId } = await registerBot(client, {
        code: `botdeck_${definition.code}`,
        name: definition.name.en,
        type: definition.kind === "client" ? "openline" : "bot",
        ...(eventMode === "webhook" ? { eventMode, webhookUrl: deps.eventsUrl } : { eventMode }),
        ...(botToken !== null && { botToken }),
      });
      // At once: from now on the portal sends events, which must find their bot.
      await deps.portals.markRegistered(row.id, bitrixBotId);
      await registerCommands(client, definition, { botId: bitrixBotId, ...(botToken !== null && { botToken }) });
      registered.push({ ...row, bitrixBotId, state: "active" });
    } catch (error) {
      // A bot that works goes on working on what the portal knows of it.
      if (row.state !== "active") await deps.portals.setBotState(row.id, "failed", messageOf(error));
      throw error;
    }
  }
  return registered;
}

/** Registering a command again only renews its titles (docs: imbot.v2.Command.register is idempotent by name). */
async function registerCommands(
  client: B24Client,
  { commands = {} }: AnyBot,
  credentials: { botId: string; botToken?: string },
): Promise<void> {
  for (const [command, { title, params }] of Object.entries(commands)) {
    await client.call("imbot.v2.Command.register", {
      ...credentials,
      fields: { command, title, ...(params && { params }) },
    });
  }
}
