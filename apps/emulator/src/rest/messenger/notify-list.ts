import type { Notification } from "../../state/messenger.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { paramsOf, rangeOf } from "./access.ts";
import { imUserView } from "./user-view.ts";

/** Kinds of notifications on the wire. Bitrix24 docs: im.notify.get, `notify_type`. */
const TYPE_NUMBERS = { confirm: 1, personal: 2, system: 4 } satisfies Record<Notification["kind"], number>;
/** `LAST_TYPE` of a page that ended among the confirmations. */
const AMONG_CONFIRMATIONS = 1;
const SHORTEST_SEARCH = 3;

const SCHEMA = {
  rest: { NAME: "Applications", MODULE_ID: "rest", LIST: [{ ID: "rest|rest_notify", NAME: "Notifications" }] },
  tasks: { NAME: "Tasks", MODULE_ID: "tasks", LIST: [{ ID: "tasks|task_update", NAME: "Changes of tasks" }] },
};

/** Reading the bell. Bitrix24 docs: im.notify.get, .history.search, .schema.get. */
export const notifyListMethods: RestMethod[] = [
  { name: "im.notify.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.notify.history.search", scopes: ["im"], missing: "own", run: search },
  { name: "im.notify.schema.get", scopes: ["im"], missing: "own", run: () => ({ result: SCHEMA }) },
];

/** What waits for a choice comes first, then the rest, each newest first. */
function get(call: Call): Answer {
  const params = paramsOf(call);
  const own = ownNotifications(call);
  const { limit } = rangeOf(params, 50, 50);
  const confirmations = own.filter(({ kind }) => kind === "confirm");
  const others = own.filter(({ kind }) => kind !== "confirm");
  const lastId = integer(params, "LAST_ID") ?? 0;
  const isAmongFirst = integer(params, "LAST_TYPE") === AMONG_CONFIRMATIONS;
  const isBeyond = ({ id }: Notification): boolean => lastId === 0 || id < lastId;
  const left = lastId === 0 || isAmongFirst ? [...confirmations.filter(isBeyond), ...others] : others.filter(isBeyond);
  return {
    result: {
      total_count: own.length,
      total_unread_count: own.filter(({ isRead }) => !isRead).length,
      chat_id: call.caller.user.id,
      ...pageOf(call, left.slice(0, limit)),
    },
  };
}

function search(call: Call): Answer {
  const params = paramsOf(call);
  const wanted = text(params, "SEARCH_TEXT").toLowerCase();
  const types = [text(params, "SEARCH_TYPE"), ...list(params, "SEARCH_TYPES").map(String)].filter(
    (type) => type !== "",
  );
  const isByDate = text(params, "SEARCH_DATE") !== "" || text(params, "SEARCH_DATE_FROM") !== "";
  if (types.length === 0 && !isByDate && wanted.length < SHORTEST_SEARCH) {
    throw badRequest("SEARCH_TEXT_ERROR", "The search text is too short");
  }
  const authors = list(params, "SEARCH_AUTHORS").map(Number);
  const lastId = integer(params, "LAST_ID") ?? 0;
  const found = ownNotifications(call).filter(
    (notification) =>
      notification.text.toLowerCase().includes(wanted) &&
      (types.length === 0 || types.some((type) => isOfType(notification, type))) &&
      (authors.length === 0 || authors.includes(notification.authorId)) &&
      isInTime(params, Date.parse(notification.at)),
  );
  const left = found.filter(({ id }) => lastId === 0 || id < lastId);
  const page = pageOf(call, left.slice(0, rangeOf(params, 50, 50).limit));
  return { result: { chat_id: call.caller.user.id, total_results: found.length, ...page } };
}

/** `tasks`, or `tasks|task_update`. */
function isOfType({ module, event }: Notification, type: string): boolean {
  return type === module || type === `${module}|${event}`;
}

function isInTime(params: Params, at: number): boolean {
  const day = text(params, "SEARCH_DATE").slice(0, "YYYY-MM-DD".length);
  if (day !== "" && !new Date(at).toISOString().startsWith(day)) return false;
  const from = Date.parse(text(params, "SEARCH_DATE_FROM"));
  const to = Date.parse(text(params, "SEARCH_DATE_TO"));
  return (Number.isNaN(from) || at >= from) && (Number.isNaN(to) || at <= to);
}

/** Newest first. */
function ownNotifications({ portal, caller }: Call): Notification[] {
  const own = [...portal.state.notifications.values()].filter(({ userId }) => userId === caller.user.id);
  return own.toReversed();
}

function pageOf({ portal, caller }: Call, notifications: Notification[]): Record<string, unknown> {
  const authors = [...new Set(notifications.map(({ authorId }) => authorId || caller.user.id))];
  return {
    notifications: notifications.map(view),
    users: authors.flatMap((id) => portal.state.people.get(id) ?? []).map((person) => imUserView(portal, person)),
  };
}

function view(notification: Notification): Record<string, unknown> {
  const { module, event, attach, buttons } = notification;
  const extras = {
    ...(attach !== null && { ATTACH: attach }),
    ...(buttons.length > 0 && { BUTTONS: buttons.map(({ title, value }) => ({ TITLE: title, VALUE: value })) }),
  };
  return {
    id: notification.id,
    chat_id: notification.userId,
    author_id: notification.authorId,
    date: isoDate(new Date(notification.at)),
    notify_type: TYPE_NUMBERS[notification.kind],
    notify_module: module,
    notify_event: event,
    notify_tag: notification.tag,
    notify_sub_tag: notification.subTag,
    notify_title: notification.title,
    setting_name: `${module}|${event}`,
    text: notification.text,
    notify_read: notification.isRead ? "Y" : "N",
    params: Object.keys(extras).length === 0 ? null : extras,
  };
}
