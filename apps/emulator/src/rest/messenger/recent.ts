import { messagesOf, sessionOf } from "../../chat/find.ts";
import { setReadUpTo } from "../../chat/unread.ts";
import type { Chat } from "../../state/model.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text, type Params } from "../params.ts";
import { isYes, paramsOf, rangeOf, readDialog } from "./access.ts";
import { changeRecent } from "./recent-entry.ts";
import { recentChats, recentView, type RecentChat } from "./recent-view.ts";

/** `im.recent.list` counts nothing. */
const NOT_COUNTED = -1;

/** The caller's list of chats. Bitrix24 docs: api-reference/chats, im.recent.*. */
export const recentMethods: RestMethod[] = [
  { name: "im.recent.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.recent.list", scopes: ["im"], missing: "own", run: listChats },
  { name: "im.recent.pin", scopes: ["im"], missing: "own", run: pin },
  { name: "im.recent.hide", scopes: ["im"], missing: "own", run: hide },
  { name: "im.recent.unread", scopes: ["im"], missing: "own", run: unread },
];

function get(call: Call): Answer {
  const params = paramsOf(call);
  const since = text(params, "LAST_UPDATE") || text(params, "LAST_SYNC_DATE");
  const isWanted = ({ chat, changedAt }: RecentChat): boolean =>
    (since === "" || Date.parse(changedAt) >= Date.parse(since)) &&
    (!isYes(params, "ONLY_OPENLINES") || chat.kind === "open_line");
  return { result: rowsOf(call, params).filter(isWanted).map(viewFor(call)) };
}

/** LAST_MESSAGE_DATE or OFFSET goes on where the last page ended. */
function listChats(call: Call): Answer {
  const params = paramsOf(call);
  const before = Date.parse(text(params, "LAST_MESSAGE_DATE"));
  const { offset, limit } = rangeOf(params, 50, 200);
  const rows = rowsOf(call, params).filter(({ changedAt }) => Number.isNaN(before) || Date.parse(changedAt) < before);
  const views = rows.map(viewFor(call));
  const wanted = isYes(params, "UNREAD_ONLY")
    ? views.filter(({ counter, unread: isMarked }) => counter !== 0 || isMarked === true)
    : views;
  const hasMore = wanted.length > offset + limit;
  return {
    result: {
      items: wanted.slice(offset, offset + limit),
      hasMorePages: hasMore,
      hasMore,
      copilot: { chats: null, messages: null, roles: {}, recommendedRoles: [] },
      messagesAutoDeleteConfigs: [],
    },
    total: NOT_COUNTED,
  };
}

function rowsOf({ portal, caller }: Call, params: Params): RecentChat[] {
  const skipped = { open_line: "SKIP_OPENLINES", group: "SKIP_CHAT", private: "SKIP_DIALOG" };
  // Neither channels nor chats of the paid assistant are on this portal.
  if (isYes(params, "ONLY_CHANNEL") || isYes(params, "ONLY_COPILOT")) return [];
  const isSkipped = (chat: Chat): boolean =>
    isYes(params, skipped[chat.kind]) ||
    (isYes(params, "SKIP_UNDISTRIBUTED_OPENLINES") && sessionOf(portal.state, chat)?.owner === "queue");
  return recentChats(portal, caller.user).filter(({ chat }) => !isSkipped(chat));
}

function viewFor({ portal, caller }: Call): (recent: RecentChat) => Record<string, unknown> {
  return (recent) => recentView(portal, caller.user, recent);
}

function pin(call: Call): Answer {
  const params = paramsOf(call);
  return change(call, params, { isPinned: isYes(params, "PIN", true) });
}

/** Comes back with the next message. */
function hide(call: Call): Answer {
  const params = paramsOf(call);
  const last = messagesOf(call.portal.state, readDialog(call, params).id).at(-1)?.id ?? 0;
  return change(call, params, { hiddenAfterId: last });
}

/** Without the mark the dialog is also read. */
function unread(call: Call): Answer {
  const params = paramsOf(call);
  const isUnread = isYes(params, "ACTION", true);
  const chat = readDialog(call, params);
  const last = messagesOf(call.portal.state, chat.id).at(-1)?.id ?? 0;
  if (!isUnread) setReadUpTo(call.portal, chat, call.caller.user.id, last);
  return change(call, params, { isUnread });
}

function change(call: Call, params: Params, changed: Parameters<typeof changeRecent>[3]): Answer {
  changeRecent(call.portal.state, call.caller.user.id, readDialog(call, params).id, changed);
  return TRUE;
}
