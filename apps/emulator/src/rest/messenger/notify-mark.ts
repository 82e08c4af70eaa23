import { answerNotification, markNotification } from "../../chat/notifications.ts";
import type { Notification } from "../../state/messenger.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { isYes, paramsOf } from "./access.ts";

/** Reading and answering notifications. Bitrix24 docs: im.notify.read, .answer, .confirm. */
export const notifyMarkMethods: RestMethod[] = [
  { name: "im.notify.read", scopes: ["im"], missing: "own", run: read },
  { name: "im.notify.read.list", scopes: ["im"], missing: "own", run: readList },
  { name: "im.notify.read.all", scopes: ["im"], missing: "own", run: readAll },
  { name: "im.notify.answer", scopes: ["im"], missing: "own", run: answer },
  { name: "im.notify.confirm", scopes: ["im"], missing: "own", run: confirm },
];

/** Marks one, or it and everything newer. A call without a number changes nothing, as on a portal. */
function read(call: Call): Answer {
  const params = paramsOf(call);
  const from = integer(params, "ID");
  const isOnlyOne = isYes(params, "ONLY_CURRENT");
  if (from === null) return TRUE;
  for (const notification of ownOf(call)) {
    const { id } = notification;
    if (isOnlyOne ? id === from : id >= from)
      markNotification(call.portal, notification, isYes(params, "ACTION", true));
  }
  return TRUE;
}

function readList(call: Call): Answer {
  const params = paramsOf(call);
  const ids = list(params, "IDS").map(Number);
  if (ids.length === 0 || ids.some((id) => !Number.isInteger(id))) {
    throw badRequest("PARAMS_ERROR", "No IDS param or it is not an array");
  }
  for (const notification of ownOf(call)) {
    if (ids.includes(notification.id)) markNotification(call.portal, notification, isYes(params, "ACTION", true));
  }
  return TRUE;
}

function readAll(call: Call): Answer {
  for (const notification of ownOf(call)) markNotification(call.portal, notification, true);
  return { result: { result: true, newCounter: 0 } };
}

/** A quick reply with a text, where the notification takes one. */
function answer(call: Call): Answer {
  const params = paramsOf(call);
  const notification = readOwn(call);
  if (text(params, "ANSWER_TEXT").trim() === "") throw badRequest("ANSWER_TEXT_ERROR", "Answer text can't be empty");
  if (!notification.isAnswerable) throw badRequest("NOTIFY_ID_ERROR", "The notification takes no answer");
  markNotification(call.portal, notification, true);
  return { result: { result_message: ["Your answer has been sent."] } };
}

/** Presses one of the notification's buttons. */
function confirm(call: Call): Answer {
  const params = paramsOf(call);
  const notification = readOwn(call);
  const value = text(params, "NOTIFY_VALUE");
  if (value === "") throw badRequest("NOTIFY_VALUE_ERROR", "Notification value can't be empty");
  if (!answerNotification(call.portal, notification, value)) {
    throw badRequest("NOTIFY_VALUE_ERROR", "The notification has no such button");
  }
  const title = notification.buttons.find((button) => button.value === value)?.title ?? "";
  return { result: { result_message: [title] } };
}

function readOwn(call: Call): Notification {
  const id = integer(paramsOf(call), "NOTIFY_ID") ?? 0;
  const notification = ownOf(call).find((item) => item.id === id);
  if (notification === undefined) throw badRequest("NOTIFY_ID_ERROR", "Notification ID can't be empty");
  return notification;
}

function ownOf({ portal, caller }: Call): Notification[] {
  return [...portal.state.notifications.values()].filter(({ userId }) => userId === caller.user.id);
}
