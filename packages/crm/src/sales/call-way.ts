import { type B24Client, type CallOptions, callTogether, command } from "@botdeck/b24-client";

import { answerOf } from "../clients/told.ts";
import { keepByPortal, type KeptByPortal } from "../kept-by-portal.ts";

const KEPT_MS = 600_000;

/**
 * How a portal can call a number for a person: by a line of its own telephony, which calls both; by an application's line,
 * with which the call is registered; or by nothing but a button.
 */
export type CallWay =
  | { kind: "callback"; lineId: string }
  | { kind: "external"; lineNumber: string }
  | { kind: "button" };

/**
 * What telephony a portal has, in three calls of one request. What may not be seen counts as not there.
 *
 * @param client With an administrator's rights: lines are theirs to see.
 * @see Bitrix24 docs: telephony/voximplant/voximplant-line-get, telephony/telephony-external-line-get
 */
export async function readCallWay(client: B24Client, options?: CallOptions): Promise<CallWay> {
  const told = await callTogether(
    client,
    {
      outgoing: command("voximplant.line.outgoing.get", {}),
      lines: command("voximplant.line.get", {}),
      external: command("telephony.externalLine.get", {}),
    },
    options,
  );
  const lines = Object.keys(answerOf(told.lines) ?? {});
  const usual = answerOf(told.outgoing);
  const lineId = lines.find((id) => id === usual) ?? lines[0];
  if (lineId !== undefined) return { kind: "callback", lineId };
  const lineNumber = (answerOf(told.external) ?? []).find(({ NUMBER }) => NUMBER)?.NUMBER;
  return lineNumber == null ? { kind: "button" } : { kind: "external", lineNumber };
}

/** How each portal calls, kept for ten minutes. */
export function createCallWayCache(now: () => number = Date.now): KeptByPortal<CallWay> {
  return keepByPortal((client) => readCallWay(client), { keptMs: KEPT_MS, now });
}
