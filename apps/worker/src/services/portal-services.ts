import type { StoreServices } from "@botdeck/bots";
import type { B24Client } from "@botdeck/b24-client";
import {
  createCatalog,
  createOrderSource,
  orderSourceConfig,
  type OrderSource,
  type ProductCatalog,
} from "@botdeck/crm";
import type { Dialog, Person } from "@botdeck/core";
import type { DatabaseHandle, OrderSources } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

import { remember } from "../remember.ts";
import { answerInTime } from "./answer-in-time.ts";
import { createClientCards } from "./client-cards.ts";
import { rememberSearches } from "./found-products.ts";
import { readTranscript } from "./read-transcript.ts";
import { createRefusedNumbers } from "./refused-numbers.ts";

/** Another order source is asked that much later at most, in milliseconds. */
const SOURCE_KEPT_MS = 15_000;

/** Who is talked to, and where. */
export type Speaking = { portalId: string; botId: string; conversationId: string; dialog: Dialog; person: Person };

export type PortalServicesDeps = {
  db: DatabaseHandle["db"];
  clients: Pick<PortalClients, "forPortal">;
  orderSources: Pick<OrderSources, "get">;
  now?: () => number;
};

export type PortalServices = {
  /** What the store's bot asks the outside about one conversation. Each call has five seconds. */
  of(speaking: Speaking): StoreServices;
  catalogOf(portalId: string): Promise<ProductCatalog>;
};

/** What bots ask their portals. Whatever remembers something of a portal is kept for it, so there is one of this in a process. */
export function createPortalServices({
  db,
  clients,
  orderSources,
  now = Date.now,
}: PortalServicesDeps): PortalServices {
  /** A portal that was connected anew has another client, and with it another catalog. */
  const catalogs = new WeakMap<B24Client, ProductCatalog>();
  const cards = createClientCards({ clients, now });
  const refused = createRefusedNumbers(now);
  const sources = new Map<string, { client: B24Client; madeOf: string; source: OrderSource }>();
  const settings = remember((portalId) => orderSources.get(portalId), SOURCE_KEPT_MS);

  async function catalogOf(portalId: string): Promise<ProductCatalog> {
    const client = await clients.forPortal(portalId);
    const known = catalogs.get(client);
    if (known !== undefined) return known;
    const made = rememberSearches(createCatalog(client, { lane: "reply", now }), now);
    catalogs.set(client, made);
    return made;
  }

  /** The source remembers how it has been of late, so it is made anew only when its settings change. */
  async function sourceOf(portalId: string): Promise<OrderSource> {
    const [stored, client] = await Promise.all([settings.find(portalId), clients.forPortal(portalId)]);
    const madeOf = stored?.updatedAt.toISOString() ?? "";
    const known = sources.get(portalId);
    if (known?.madeOf === madeOf && known.client === client) return known.source;
    const source = createOrderSource(orderSourceConfig(stored), { client, now });
    sources.set(portalId, { client, madeOf, source });
    return source;
  }

  return {
    catalogOf,

    of: (speaking) => {
      const { portalId, conversationId } = speaking;
      return {
        orders: {
          byNumber: (number) => answerInTime(async (signal) => (await sourceOf(portalId)).byNumber(number, signal)),
          byPhone: (phone) => answerInTime(async (signal) => (await sourceOf(portalId)).byPhone(phone, signal)),
        },
        catalog: {
          find: (words, limit) =>
            answerInTime(async (signal) => (await catalogOf(portalId)).find(words, limit, signal)),
          names: (words, limit) =>
            answerInTime(async (signal) => (await catalogOf(portalId)).names(words, limit, signal)),
        },
        refusals: refused.of(conversationId),
        clientCard: () => answerInTime((signal) => cards.of(speaking, signal)),
        knownCard: () => cards.known(speaking),
        transcript: () => answerInTime(() => readTranscript(db, conversationId)),
      };
    },
  };
}
