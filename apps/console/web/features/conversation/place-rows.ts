import type { Conversation } from "../../live/open-stream.ts";
import { COMPARE, type Order } from "./order.ts";

type PlaceOptions = {
  belongs: (row: Conversation) => boolean;
  order: Order;
  /** The list goes on below the last row that is loaded. */
  hasMore: boolean;
};

/** The rows with the changes taken in: in their order, what no longer belongs gone. */
export function placeRows(
  rows: Conversation[],
  changes: Iterable<Conversation>,
  options: PlaceOptions,
): Conversation[] {
  const { belongs, hasMore } = options;
  const compare = COMPARE[options.order];
  const last = rows.at(-1);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const change of changes) {
    if (isOutdated(change, byId.get(change.id))) continue;
    const isBelowLoaded = hasMore && last !== undefined && !byId.has(change.id) && compare(last, change) < 0;
    if (belongs(change) && !isBelowLoaded) byId.set(change.id, change);
    else byId.delete(change.id);
  }
  return [...byId.values()].toSorted(compare);
}

/** The rows with one change written over its row; no row moves, comes or goes. */
export function patchRow(rows: Conversation[], change: Conversation): Conversation[] {
  return rows.map((row) => (row.id === change.id && !isOutdated(change, row) ? change : row));
}

/** True when taking the change in would put something new into the list: a row that is not there, or one that moves up. */
export function bringsNews(
  rows: Conversation[],
  change: Conversation,
  { belongs, order }: Pick<PlaceOptions, "belongs" | "order">,
): boolean {
  const row = rows.find((one) => one.id === change.id);
  return row === undefined ? belongs(change) : order === "newest" && change.lastMessageAt > row.lastMessageAt;
}

/** Changes may come twice, and the second time late. */
function isOutdated(change: Conversation, known: Conversation | undefined): boolean {
  return known !== undefined && known.updatedAt > change.updatedAt;
}
