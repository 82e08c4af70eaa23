import { AppError, createBreaker } from "@botdeck/core";
import type { B24Client } from "@botdeck/b24-client";
import { z } from "zod";

import type { Fetch } from "./fetch-json.ts";
import { createJsonOrders, JsonSettings } from "./json/create-json-orders.ts";
import { createODataOrders } from "./odata/create-odata-orders.ts";
import { ODataSettings } from "./odata/odata-settings.ts";
import type { OrderSource } from "./order.ts";
import { createPortalOrders, PortalOrderSettings } from "./portal/create-portal-orders.ts";
import { nameOfSource } from "./source-address.ts";

/** Where a portal's orders are, as its settings keep it. Logins, passwords and tokens are secrets: keep them sealed. */
export const OrderSourceConfig = z.discriminatedUnion("kind", [
  ODataSettings.extend({ kind: z.literal("odata") }),
  JsonSettings.extend({ kind: z.literal("json") }),
  PortalOrderSettings.extend({ kind: z.literal("sale") }),
]);
export type OrderSourceConfig = z.infer<typeof OrderSourceConfig>;

type Deps = {
  /** Of the portal whose orders they are; needed for `sale` only. */
  client?: B24Client | undefined;
  fetch?: Fetch | undefined;
  now?: (() => number) | undefined;
};

/**
 * The source of a portal's orders. Keep one for each portal: it remembers how the source has been of late.
 *
 * @throws AppError `invariant` when orders of the portal are wanted without a client of it.
 */
export function createOrderSource(config: OrderSourceConfig, deps: Deps): OrderSource {
  const { client, fetch = globalThis.fetch, now = Date.now } = deps;
  switch (config.kind) {
    case "odata":
      return createODataOrders(config, {
        fetch,
        breaker: createBreaker({ name: nameOfSource("1C", config.url), now }),
      });
    case "json":
      return createJsonOrders(config, {
        fetch,
        breaker: createBreaker({ name: nameOfSource("JSON", config.url), now }),
      });
    case "sale":
      if (client === undefined) throw new AppError("invariant", "Orders of a portal need a client of it");
      return createPortalOrders(client, config, { now });
  }
}
