import { randomBytes } from "node:crypto";

import type { PhoneCall } from "../../state/telephony.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Call } from "../method.ts";
import { text } from "../params.ts";
import { badRequest } from "../rest-error.ts";

export const SCOPES = ["telephony"];
/** Telephony methods call every refusal of a parameter this. Bitrix24 docs: api-reference/telephony. */
export const CORE = "ERROR_CORE";

/** A call that has just begun. */
export function startCall(
  { portal, caller }: Call,
  given: Pick<PhoneCall, "kind" | "type" | "phone"> & Partial<PhoneCall>,
): PhoneCall {
  const startedAt = isoDate(portal.now());
  const id = `${given.kind === "external" ? "externalCall" : given.kind}.${randomBytes(16).toString("hex")}.${Math.floor(portal.now().getTime() / 1000)}`;
  const call: PhoneCall = {
    number: nextId(portal.state, "phoneCall"),
    userId: caller.user.id,
    line: portal.state.outgoingLine,
    externalId: null,
    startedAt,
    crm: null,
    shownTo: [],
    speech: "",
    end: null,
    recordFileId: null,
    transcriptId: null,
    ...given,
    id,
  };
  portal.state.phoneCalls.set(id, call);
  return call;
}

/** @throws RestError when there is no such call. */
export function namedCall({ portal, params }: Call): PhoneCall {
  const call = portal.state.phoneCalls.get(text(params, "CALL_ID"));
  if (call === undefined) throw badRequest(CORE, "Call is not found");
  return call;
}
