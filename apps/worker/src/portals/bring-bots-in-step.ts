import { createBotApi } from "@botdeck/b24-client";
import type { Bot, Portal, Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";
import type { PortalClients } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

import { actsForPeople } from "./acts-for-people.ts";
import { syncCommands } from "./sync-commands.ts";

type Deps = {
  portals: Portals;
  clients: PortalClients;
  definitions: readonly AnyBot[];
  eventsUrl: string;
  logger: Logger;
};

/**
 * Brings every bot at work in step with its definition as this release has it: the commands that its portal knows, and whether
 * tokens of people are kept for it. A portal on which nothing changed is not called.
 */
export async function bringBotsInStep({ definitions, logger, ...deps }: Deps): Promise<void> {
  for (const portal of await deps.portals.inState("active")) {
    for (const row of await deps.portals.botsOf(portal.id)) {
      const definition = definitions.find(({ code }) => code === row.code);
      // One that is switched off has no commands there.
      if (definition === undefined || !row.isOn || row.state !== "active" || row.bitrixBotId === null) continue;
      const about = { domain: portal.domain, bot: row.code };
      try {
        if (await bringInStep({ portal, row, botId: row.bitrixBotId, definition }, deps)) {
          logger.info(about, "commands are in step");
        }
      } catch (error) {
        logger.warn({ err: error, ...about }, "commands could not be brought in step; the next start tries again");
      }
    }
  }
}

async function bringInStep(
  { portal, row, botId, definition }: { portal: Portal; row: Bot; botId: string; definition: AnyBot },
  deps: Pick<Deps, "portals" | "clients" | "eventsUrl">,
): Promise<boolean> {
  const keepsTokens = actsForPeople(definition);
  if (row.keepsTokens !== keepsTokens) await deps.portals.setKeepsTokens(row.id, keepsTokens);
  const botToken = deps.portals.botToken(row);
  const caller = { botId, ...(botToken !== null && { botToken }) };
  const api = createBotApi(deps.clients.for(portal), row.api);
  return await syncCommands(api, caller, { row, definition, deps });
}
