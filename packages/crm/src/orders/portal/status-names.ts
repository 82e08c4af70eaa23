import type { MethodResult } from "@botdeck/b24-client";

import type { OrderStatus } from "../order.ts";

/** What every shop has, whatever it calls them: where an order begins and ends. Bitrix24 docs: sale.status.list */
const OF_EVERY_SHOP: Readonly<Record<string, OrderStatus>> = { N: "new", F: "delivered" };

/** The names of statuses by their ids, in whatever languages the portal has them. */
export function statusNames({ statusLangs }: MethodResult<"sale.statusLang.list">): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { statusId, name } of statusLangs ?? []) {
    if (statusId && name) names.set(statusId, [...(names.get(statusId) ?? []), name]);
  }
  return names;
}

/** What tells the meaning of a status: its id, as settings may have it, then its names, then the platform's own meaning. */
export function wordsOfStatus(id: string, names: ReadonlyMap<string, readonly string[]>): string[] {
  const meaning = OF_EVERY_SHOP[id];
  return [id, ...(names.get(id) ?? []), ...(meaning === undefined ? [] : [meaning])];
}
