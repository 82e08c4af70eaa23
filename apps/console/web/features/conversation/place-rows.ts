import type { Conversation } from "../../live/open-stream.ts";

type PlaceOptions = {
  belongs: (row: Conversation) => boolean;
  /** The list goes on below the last row that is loaded. */
  hasMore: boolean;
};

/** The rows with the changes taken in: newest message first, what no longer belongs gone. */
export function placeRows(
  rows: Conversation[],
  changes: Iterable<Conversation>,
  options: PlaceOptions,
): Conversation[] {
  const { belongs, hasMore } = options;
  const oldest = rows.at(-1);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const change of changes) {
    if (isOutdated(change, byId.get(change.id))) continue;
    const isBelowLoaded = hasMore && oldest !== undefined && !byId.has(change.id) && isNewer(oldest, change);
    if (belongs(change) && !isBelowLoaded) byId.set(change.id, change);
    else byId.delete(change.id);
  }
  return [...byId.values()].toSorted(
    (a, b) => compareText(b.lastMessageAt, a.lastMessageAt) || compareText(a.id, b.id),
  );
}

/** The rows with one change written over its row; no row moves, comes or goes. */
export function patchRow(rows: Conversation[], change: Conversation): Conversation[] {
  return rows.map((row) => (row.id === change.id && !isOutdated(change, row) ? change : row));
}

/** True when taking the change in would put something new on top: a row that is not there, or a later message. */
export function bringsNews(rows: Conversation[], change: Conversation, belongs: PlaceOptions["belongs"]): boolean {
  const row = rows.find((one) => one.id === change.id);
  return row === undefined ? belongs(change) : isNewer(change, row);
}

/** Changes may come twice, and the second time late. */
function isOutdated(change: Conversation, known: Conversation | undefined): boolean {
  return known !== undefined && known.updatedAt > change.updatedAt;
}

function isNewer(a: Conversation, b: Conversation): boolean {
  return a.lastMessageAt > b.lastMessageAt;
}

/** Instants are ISO texts of one length in UTC, so their letters have their order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
