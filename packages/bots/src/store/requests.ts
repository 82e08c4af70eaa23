import { setImmediate as letOthersWork } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { isOrderOf, type Order, pickByNumber } from "@botdeck/crm";
import type { RequestContext } from "@botdeck/dialog";

import { ownPhoneOf } from "./own-phone.ts";
import type { StoreServices } from "./services.ts";
import type { StoreSettings } from "./settings.ts";

type Context = RequestContext<StoreSettings, StoreServices>;

/** Products that are worth a button. */
export const MOST_CHOICES = 4;
/** Orders that ended longer ago are not what somebody asks about, in days. */
const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the store's dialogs ask the outside. A source that is away is an answer, too: the dialog hands over then. */
export const storeRequests = {
  /** Whom the CRM does not know, or cannot tell now, is asked. */
  clientCard: async (_params: unknown, { services, dialog, settings }: Context) => {
    const card = await orAway(() => services.clientCard());
    if (card === "away") return { phone: null, ownPhone: null, name: null };
    return { phone: card.phone, ownPhone: ownPhoneOf(card, dialog, settings), name: card.name };
  },

  /** The client's own orders: those under way, else those of the last weeks; for a return those that have arrived. */
  ownOrders: (params: { phone: string; isReturn?: boolean }, { services, at }: Context) =>
    orAway(async () => {
      const found = await services.orders.byPhone(params.phone);
      const unique = found.filter((order) => isOrderOf(order, { phone: params.phone, contactPhones: [] }));
      if (params.isReturn === true) {
        const arrived = unique.filter(({ status }) => status === "delivered" || status === "at_pickup");
        return arrived.length > 0 ? arrived : unique.filter(({ status }) => !ENDED_STATUSES.has(status));
      }
      const running = unique.filter(({ status }) => !ENDED_STATUSES.has(status));
      const since = new Date(Date.parse(at) - RECENT_DAYS * DAY_MS).toISOString().slice(0, 10);
      return running.length > 0 ? running : unique.filter((order) => (order.purchasedOn ?? "9") >= since);
    }),

  /**
   * Null when there is no such order of this client: another's is as if it were not there. Whoever tries number after number is
   * answered by a person, even when they hit one at last.
   */
  findOrder: (params: { number: string; phones: readonly string[] }, { services }: Context) =>
    orAway(async () => {
      if (services.refusals.areTooMany()) return "away";
      const isTheirs = (order: Order) => isOrderOf(order, { phone: null, contactPhones: params.phones });
      const order = await services.orders.byNumber(params.number);
      if (order !== null && isTheirs(order)) return order;
      // `1042` may be several orders, of which one is theirs.
      const phones = [...new Set(params.phones)];
      const known = await Promise.all(phones.map((phone) => services.orders.byPhone(phone)));
      const own = pickByNumber(known.flat().filter(isTheirs), params.number);
      if (own !== null) return own;
      services.refusals.note(params.number);
      return null;
    }),

  findProducts: (params: { words: string }, { services }: Context) =>
    orAway(async () => {
      if (params.words === "") return [];
      for (const words of readingsOf(params.words)) {
        const found = await services.catalog.find(words, MOST_CHOICES);
        if (found.length > 0) return found;
        // A search takes the processor, and other clients wait for it, too.
        await letOthersWork();
      }
      return [];
    }),
};

/** Orders in which nothing happens any more. */
export const ENDED_STATUSES: ReadonlySet<Order["status"]> = new Set(["delivered", "cancelled", "returned"]);

/**
 * People put a name, a place or a greeting beside the product: all the words, then without those at the ends, then the longest
 * alone, since those tell the most. In a long message the ends matter no more than the rest.
 */
function readingsOf(words: string): string[] {
  const all = words.split(" ");
  const inner = all.length > MOST_TRIMMED ? [] : [all.slice(1), all.slice(0, -1), all.slice(1, -1)];
  const alone = all
    .filter((word) => word.length >= SHORTEST_ALONE)
    .toSorted((one, other) => other.length - one.length)
    .map((word) => [word]);
  const readings = [all, ...inner, ...alone].map((part) => part.join(" ")).filter((reading) => reading !== "");
  return [...new Set(readings)].slice(0, MOST_READINGS);
}

const MOST_READINGS = 6;
const MOST_TRIMMED = 4;
const SHORTEST_ALONE = 4;

async function orAway<Answer>(ask: () => Promise<Answer>): Promise<Answer | "away"> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && AWAY.has(error.code)) return "away";
    throw error;
  }
}

const AWAY: ReadonlySet<string> = new Set(["unreachable", "rate_limited", "forbidden", "unauthorized", "unsupported"]);
