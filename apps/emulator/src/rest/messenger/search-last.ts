import { nameOf } from "../../chat/find.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { findDialog, isYes, paramsOf } from "./access.ts";
import { chatSummary } from "./chat-view.ts";
import { imUserView } from "./user-view.ts";

const MOST_KEPT = 30;

/** What the caller picked in the search last. Bitrix24 docs: im.search.last.*. */
export const searchLastMethods: RestMethod[] = [
  { name: "im.search.last.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.search.last.add", scopes: ["im"], missing: "own", run: add },
  { name: "im.search.last.delete", scopes: ["im"], missing: "own", run: remove },
];

function get(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const items = ownDialogs(call).flatMap((dialogId): Record<string, unknown>[] => {
    const person = portal.state.people.get(Number(dialogId));
    if (person !== undefined) {
      if (isYes(params, "SKIP_DIALOG")) return [];
      const avatar = { url: person.avatar ?? "", color: person.color };
      return [{ id: person.id, type: "user", avatar, title: nameOf(person), user: imUserView(portal, person) }];
    }
    const chat = findDialog(call, dialogId);
    if (chat === null || isYes(params, chat.kind === "open_line" ? "SKIP_OPENLINES" : "SKIP_CHAT")) return [];
    const avatar = { url: chat.avatar, color: chat.color };
    const view = chatSummary(portal, chat, caller.user.id);
    return [{ id: dialogId, type: "chat", avatar, title: chat.title, chat: view }];
  });
  return { result: items };
}

function add(call: Call): Answer {
  const dialogId = readDialogId(call);
  const isPerson = call.portal.state.people.has(Number(dialogId));
  if (!isPerson && findDialog(call, dialogId) === null) throw badRequest("DIALOG_ID_ERROR", "Dialog not found");
  keep(call, [dialogId, ...ownDialogs(call).filter((id) => id !== dialogId)]);
  return TRUE;
}

function remove(call: Call): Answer {
  const dialogId = readDialogId(call);
  keep(
    call,
    ownDialogs(call).filter((id) => id !== dialogId),
  );
  return TRUE;
}

function ownDialogs({ portal, caller }: Call): string[] {
  return portal.state.lastSearches.get(caller.user.id)?.dialogIds ?? [];
}

function keep({ portal, caller }: Call, dialogIds: string[]): void {
  portal.state.lastSearches.set(caller.user.id, { id: caller.user.id, dialogIds: dialogIds.slice(0, MOST_KEPT) });
}

function readDialogId(call: Call): string {
  const dialogId = text(paramsOf(call), "DIALOG_ID");
  if (dialogId === "") throw badRequest("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
  return dialogId;
}
