import type { B24Client, CallOptions } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

import type { CallWay } from "./call-way.ts";

/** Bitrix24 docs: telephony/telephony-external-call-register, TYPE */
const OUTGOING = 1;

/**
 * Has the portal call a number for a person: its own telephony calls the person and then the number, an application's line
 * has the call registered and its card shown.
 *
 * @param client With the person's rights.
 * @param call.phone In E.164.
 * @param call.spoken What the person hears before they are connected.
 * @param call.key Stable id of the cause; registering it again within half an hour is the same call. A line of the portal's
 * own knows nothing of it, and rings again.
 * @returns The portal's id of the call.
 * @throws AppError `unsupported` for a portal without telephony.
 * @see Bitrix24 docs: telephony/voximplant/voximplant-callback-start, telephony/telephony-external-call-register
 */
export async function startCall(
  client: B24Client,
  way: CallWay,
  { personId, phone, spoken, key }: { personId: string; phone: string; spoken: string; key: string },
  options?: CallOptions,
): Promise<string> {
  switch (way.kind) {
    case "callback": {
      const call = { FROM_LINE: way.lineId, TO_NUMBER: phone, TEXT_TO_PRONOUNCE: spoken };
      return (await client.call("voximplant.callback.start", call, options)).CALL_ID;
    }
    case "external": {
      const call = { USER_ID: personId, PHONE_NUMBER: phone, TYPE: OUTGOING, LINE_NUMBER: way.lineNumber };
      return (await client.call("telephony.externalCall.register", { ...call, EXTERNAL_CALL_ID: key }, options))
        .CALL_ID;
    }
    case "button":
      throw new AppError("unsupported", "The portal has no telephony that could call: only a button can");
  }
}
