import { createDemoOrders, officeBot, storeBot } from "@botdeck/bots";
import type { Portals, Transaction } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";

import type { KnownRows } from "./known-rows.ts";
import type { RuntimeDeps } from "./runtime/deps.ts";

/** The bots of this deployment. */
export const BOTS: readonly AnyBot[] = [storeBot, officeBot];

/** What their handlers may use. The order source of the first room is a demo one. */
export const createServices = () => ({ orders: createDemoOrders(() => new Date()) });

/** Finds a portal's bot and its definition, with the portal's settings over the defaults. */
export function createBotRegistry(
  definitions: readonly AnyBot[],
  known: Pick<KnownRows, "botById" | "forget">,
  portalsIn: (tx: Transaction) => Portals,
): RuntimeDeps["bots"] {
  return {
    async find(botId) {
      const row = await known.botById(botId);
      const definition = definitions.find((each) => each.code === row?.code);
      if (!row || row.state === "removed" || !definition) return null;
      return { definition, settings: definition.settings?.parse(row.settings) ?? {}, name: row.name };
    },
    async idsOn(tx, portalId) {
      const rows = await portalsIn(tx).botsOf(portalId);
      return new Map(rows.flatMap(({ id, bitrixBotId }) => (bitrixBotId === null ? [] : [[bitrixBotId, id] as const])));
    },
    markRemoved: (tx, botId) => portalsIn(tx).setBotState(botId, "removed", "The portal removed the bot"),
    forget: known.forget,
  };
}
