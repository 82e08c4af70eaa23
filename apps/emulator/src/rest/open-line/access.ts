import { findLine, operatorsOf } from "../../chat/lines.ts";
import { sessionOf } from "../../chat/find.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Person, Session } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { integer } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";

/** A client's dialog that the caller works with, and its session that runs or ran last. */
type ServedDialog = { chat: Chat; session: Session };

/** True for managers, operators of the dialog's line and members of its chat. Clients and bots serve nobody. */
export function mayServe(portal: Portal, person: Person, chat: Chat): boolean {
  if (person.role === "client" || person.role === "bot") return false;
  if (person.role === "manager" || chat.memberIds.includes(person.id)) return true;
  const session = sessionOf(portal.state, chat);
  const line = findLine(portal.state, session?.lineId ?? Number(chat.entityId.split("|")[1]));
  return session?.operatorId === person.id || (line !== null && operatorsOf(portal.state, line).includes(person.id));
}

/** The dialog that CHAT_ID names. @throws RestError 400 also for missing rights, as these methods do. */
export function servedDialog(call: Call, params: Params): ServedDialog {
  const { portal, caller } = call;
  const chat = portal.state.chats.get(integer(params, "CHAT_ID") ?? 0);
  if (chat === undefined) throw badRequest("CHAT_ID", "The chat ID is incorrect");
  const session = sessionOf(portal.state, chat);
  if (chat.kind !== "open_line") throw badRequest("CHAT_TYPE", "The specified chat is not an open channel");
  if (session === null || !mayServe(portal, caller.user, chat)) throw denied();
  return { chat, session };
}

export function denied(): Error {
  return badRequest("ACCESS_DENIED", "You cannot open this conversation because you have insufficient rights");
}

/** @throws RestError 403 for anybody but a manager: only they set up lines. */
export function checkMayConfigure({ caller }: Call): void {
  if (caller.user.role !== "manager") throw forbidden("CONFIG_WRONG_USER_PERMISSION", "Permission denied");
}
