import { AppError } from "@botdeck/core";
import { isOrderOf, type Order } from "@botdeck/crm";
import type { RequestContext } from "@botdeck/dialog";

import type { StoreServices } from "./services.ts";
import type { StoreSettings } from "./settings.ts";

type Context = RequestContext<StoreSettings, StoreServices>;

/** Products that are worth a button. */
const MOST_CHOICES = 4;
/** Orders that ended longer ago are not what somebody asks about, in days. */
const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the store's dialogs ask the outside. A source that is away is an answer, too: the dialog hands over then. */
export const storeRequests = {
  clientCard: async (_params: unknown, { services }: Context) => {
    const { phone, ownPhone, name } = await services.clientCard();
    return { phone, ownPhone, name };
  },

  /** The client's own orders: those under way, else those of the last weeks; for a return those that have arrived. */
  ownOrders: (params: { phone: string; isReturn?: boolean }, { services, at }: Context) =>
    orAway(async () => {
      const found = await services.orders.byPhone(params.phone);
      const unique = found.filter((order) => isOrderOf(order, { phone: params.phone, contactPhones: [] }));
      if (params.isReturn === true) {
        const arrived = unique.filter(({ status }) => status === "delivered" || status === "at_pickup");
        return arrived.length > 0 ? arrived : unique.filter(({ status }) => !ENDED.has(status));
      }
      const running = unique.filter(({ status }) => !ENDED.has(status));
      const since = new Date(Date.parse(at) - RECENT_DAYS * DAY_MS).toISOString().slice(0, 10);
      return running.length > 0 ? running : unique.filter((order) => (order.purchasedOn ?? "9") >= since);
    }),

  /** Null when there is no such order of this client: another's is as if it were not there. */
  findOrder: (params: { number: string; phones: readonly string[] }, { services }: Context) =>
    orAway(async () => {
      const order = await services.orders.byNumber(params.number);
      return order !== null && isOrderOf(order, { phone: null, contactPhones: params.phones }) ? order : null;
    }),

  findProducts: (params: { words: string }, { services }: Context) =>
    orAway(() => services.catalog.find(params.words, MOST_CHOICES)),
};

const ENDED: ReadonlySet<Order["status"]> = new Set(["delivered", "cancelled", "returned"]);

async function orAway<Answer>(ask: () => Promise<Answer>): Promise<Answer | "away"> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && AWAY.has(error.code)) return "away";
    throw error;
  }
}

const AWAY: ReadonlySet<string> = new Set(["unreachable", "rate_limited", "forbidden", "unauthorized", "unsupported"]);
