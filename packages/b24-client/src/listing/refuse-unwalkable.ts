import { AppError } from "@botdeck/core";

/** Lists that go on after something only they know, and what to read them with. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["imbot.v2.Event.get", "call it with `nextOffset` of the answer before, for as long as `hasMore` says so"],
  ["im.v2.Event.get", "call it with `nextOffset` of the answer before, for as long as `hasMore` says so"],
  ["im.dialog.messages.get", "call it with LAST_ID, or use `listDialogMessages`"],
  ["im.dialog.messages.search", "call it with LAST_ID"],
  ["im.notify.get", "call it with LAST_ID and LAST_TYPE"],
  ["im.notify.history.search", "call it with LAST_ID"],
  ["event.offline.get", "call it until it gives no event: it takes them from the queue"],
  ["call.followup.list", "call it with `afterCursor` of the answer before in `pagination`"],
  ["timeman.record.list", "call it with `pagination`"],
]);

/** @throws AppError `unsupported` for a list that `listAll` would give in part only. */
export function refuseUnwalkable(method: string): void {
  const instead = INSTEAD.get(method);
  if (instead !== undefined) throw unwalkable(method, instead);
}

/** @param instead What to do. */
export function unwalkable(method: string, instead: string): AppError {
  const message = `All rows of ${method} cannot be listed at once: ${instead}`;
  return new AppError("unsupported", message, { context: { method } });
}
