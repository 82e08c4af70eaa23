import { createBotApi } from "@botdeck/b24-client";
import {
  announce,
  type Bot,
  botsToSwitch,
  type DatabaseHandle,
  type Portal,
  type Portals,
  TOLD_OFF,
} from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { giveClientsToPeople } from "./give-clients-to-people.ts";
import type { PortalTurns } from "./portal-turns.ts";
import { registerBots } from "./register-bots.ts";
import type { createTriedLately } from "./tried-lately.ts";

type Deps = {
  db: DatabaseHandle["db"];
  portals: Portals;
  clients: PortalClients;
  definitions: readonly AnyBot[];
  eventsUrl: string;
  tried: ReturnType<typeof createTriedLately>;
  inTurn: PortalTurns;
  logger: Logger;
};

/**
 * Tells portals which bots people have switched off or on. One that is off keeps its place there, since an open line, a group or a
 * card would lose it for good with an unregistered bot: it shows no commands and stands in no list of contacts, and the runtime
 * lets it decide nothing. Clients who wait for it go to people before anything else. Switched on, it is registered again as it is
 * now. A portal that is away is told later.
 */
export async function switchBots({ inTurn, ...deps }: Deps): Promise<void> {
  const due = (await botsToSwitch(deps.db)).filter(({ bot }) => !deps.tried.has(bot.id));
  for (const [portalId, bots] of Map.groupBy(due, ({ portal }) => portal.id)) {
    await inTurn(portalId, async (now) => {
      for (const { bot } of bots) {
        // It may have been switched back meanwhile, or told by another process; a portal that was disconnected loses its bots.
        const [still] = await botsToSwitch(deps.db, bot.id);
        // Where one failed the portal may be away: its others come with the next look.
        if (still !== undefined && !(await switchBot(now, still.bot, deps))) return;
      }
    });
  }
}

/** @returns Whether it could be. */
async function switchBot(
  portal: Portal,
  bot: Bot,
  { db, tried, logger, ...deps }: Omit<Deps, "inTurn">,
): Promise<boolean> {
  const about = { domain: portal.domain, bot: bot.code };
  try {
    if (!bot.isOn) {
      await giveClientsToPeople(db, bot);
      await switchOff(portal, bot, deps);
    } else if (!(await switchOn(portal, bot, deps))) {
      tried.failed(bot.id);
      return false;
    }
    logger.info(about, bot.isOn ? "bot is switched on" : "bot is switched off");
    await announce(db, "botdeck_desk", ["portals"]);
    return true;
  } catch (error) {
    tried.failed(bot.id);
    logger.warn({ err: error, ...about }, "a portal could not be told that a bot was switched; it is tried again");
    return false;
  }
}

async function switchOff(
  portal: Portal,
  bot: Bot,
  deps: Pick<Deps, "portals" | "clients" | "eventsUrl">,
): Promise<void> {
  const { api, caller } = callerOf(portal, bot, deps);
  if (caller !== null) {
    await api.syncCommands(caller, { commands: [], handlerUrl: deps.eventsUrl, known: bot.commandIds });
    if (api.version === "v2") await api.update(caller, { isHidden: true });
  }
  await deps.portals.keepCommands(bot.id, { commandIds: {}, digest: TOLD_OFF });
}

/** @returns Whether it could be; why not, stands in its row. */
async function switchOn(
  portal: Portal,
  bot: Bot,
  deps: Omit<Deps, "db" | "tried" | "inTurn" | "logger">,
): Promise<boolean> {
  const definition = deps.definitions.find(({ code }) => code === bot.code);
  // Its definition has left this deployment.
  if (definition === undefined) return false;
  const [registered] = await registerBots(portal, deps.clients.for(portal), { ...deps, definitions: [definition] });
  if (registered === undefined) return false;
  const { api, caller } = callerOf(portal, registered, deps);
  if (caller !== null && api.version === "v2") await api.update(caller, { isHidden: false });
  // One without commands was told of none.
  const after = await deps.portals.botById(bot.id);
  if (after?.commandsDigest === TOLD_OFF) await deps.portals.keepCommands(bot.id, { commandIds: {}, digest: "none" });
  return true;
}

function callerOf(portal: Portal, bot: Bot, { portals, clients }: Pick<Deps, "portals" | "clients">) {
  const api = createBotApi(clients.for(portal), bot.api);
  const botToken = portals.botToken(bot);
  return {
    api,
    caller: bot.bitrixBotId === null ? null : { botId: bot.bitrixBotId, ...(botToken !== null && { botToken }) },
  };
}
