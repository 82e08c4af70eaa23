import { findLine } from "../../chat/lines.ts";
import { handToQueue, moveToLine } from "../../chat/open-line.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Session } from "../../state/model.ts";
import type { OpenLine } from "../../state/open-line.ts";
import { integer, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

export type Target = { operatorId: number } | { line: OpenLine };

/**
 * Where a transfer goes: USER_ID counts before QUEUE_ID before TRANSFER_ID (`5`, or `queue15` for a line).
 *
 * @throws RestError when the target is missing, or not somebody who could take a dialog.
 */
export function readTarget(portal: Portal, params: Params): Target {
  if (params["USER_ID"] !== undefined)
    return operatorTarget(portal, readId(params, "USER_ID", "User ID can't be empty"));
  if (params["QUEUE_ID"] !== undefined)
    return lineTarget(portal, readId(params, "QUEUE_ID", "QUEUE ID can't be empty"));
  const target = text(params, "TRANSFER_ID").trim();
  const queueId = /^queue(\d+)$/.exec(target)?.[1];
  if (queueId !== undefined) return lineTarget(portal, Number(queueId));
  if (!/^\d+$/.test(target)) throw badRequest("TRANSFER_ID_EMPTY", "Queue ID or User ID can't be empty");
  return operatorTarget(portal, Number(target));
}

/** Hands a dialog over: whoever had it has it no longer. */
export function transferTo(portal: Portal, chat: Chat, session: Session, target: Target): void {
  if ("line" in target) moveToLine(portal, chat, session, target.line);
  else handToQueue(portal, chat, session, target.operatorId);
}

function readId(params: Params, name: "USER_ID" | "QUEUE_ID", description: string): number {
  const id = integer(params, name);
  if (id === null || id <= 0) throw badRequest(`${name}_EMPTY`, description);
  return id;
}

function operatorTarget({ state }: Portal, id: number): Target {
  const person = state.people.get(id);
  if (person === undefined || person.role === "client" || person.role === "bot") throw wrongOperator();
  return { operatorId: id };
}

function lineTarget({ state }: Portal, id: number): Target {
  const line = findLine(state, id);
  if (line === null || !line.isActive) throw wrongOperator();
  return { line };
}

export function wrongOperator(): Error {
  return badRequest("OPERATOR_WRONG", "You can not redirect to this operator");
}
