import { MAX_ATTACH_LENGTH_V1 } from "../../chat/attach.ts";
import { notifyPerson, removeNotifications } from "../../chat/notifications.ts";
import { isEmployee } from "../../people/profiles.ts";
import { readAttach } from "../imbot-v2/draft.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { paramsOf } from "./access.ts";

/** Sending notifications. Bitrix24 docs: api-reference/chats/notifications. */
export const notifyMethods: RestMethod[] = [
  { name: "im.notify", scopes: ["im"], missing: "own", run: (call) => send(call, kindIn(call)) },
  { name: "im.notify.personal.add", scopes: ["im"], missing: "own", run: (call) => send(call, "personal") },
  { name: "im.notify.system.add", scopes: ["im"], missing: "own", run: (call) => send(call, "system") },
  { name: "im.notify.delete", scopes: ["im"], missing: "own", run: remove },
];

function kindIn(call: Call): "personal" | "system" {
  return text(paramsOf(call), "TYPE").toUpperCase() === "SYSTEM" ? "system" : "personal";
}

/** @returns The notification's number, or false when the receiver takes none. */
function send(call: Call, kind: "personal" | "system"): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const userId = integer(params, "USER_ID") ?? integer(params, "TO") ?? 0;
  if (userId <= 0) throw badRequest("USER_ID_EMPTY", "User ID can't be empty");
  const message = text(params, "MESSAGE");
  if (message.trim() === "") throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const attach = readAttach(params, "ATTACH", MAX_ATTACH_LENGTH_V1);
  const receiver = portal.state.people.get(userId);
  if (receiver === undefined || !isEmployee(receiver)) return { result: false };
  const { id } = notifyPerson(portal, {
    userId,
    authorId: kind === "system" ? 0 : caller.user.id,
    kind,
    text: message,
    attach,
    tag: tagIn(call, "TAG"),
    subTag: tagIn(call, "SUB_TAG"),
  });
  return { result: id };
}

/** By number or by tag; an application takes away only what carries its own tags. */
function remove(call: Call): Answer {
  const params = paramsOf(call);
  const id = integer(params, "ID") ?? 0;
  const tag = tagIn(call, "TAG");
  const subTag = tagIn(call, "SUB_TAG");
  if (id > 0) {
    const notification = call.portal.state.notifications.get(id);
    if (notification !== undefined && notification.userId !== call.caller.user.id) {
      throw forbidden("ACCESS_ERROR", "The notification is somebody else's");
    }
    return { result: removeNotifications(call.portal, (item) => item.id === id) > 0 };
  }
  if (tag === "" && subTag === "") throw badRequest("PARAMS_ERROR", "Set one of the parameters: ID, TAG or SUB_TAG");
  removeNotifications(call.portal, (item) => (tag === "" ? item.subTag === subTag : item.tag === tag));
  return TRUE;
}

/** The portal puts the application, or a webhook's CLIENT_ID, before a tag, so that applications do not meet. */
function tagIn(call: Call, name: "TAG" | "SUB_TAG"): string {
  const params = paramsOf(call);
  const tag = text(params, name);
  if (tag === "") return "";
  const owner = call.caller.kind === "app" ? call.caller.clientId : text(params, "CLIENT_ID");
  return owner === "" ? `REST|${tag}` : `MP|${owner}|${tag}`;
}
