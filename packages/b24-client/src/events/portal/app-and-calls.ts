import { flagAt, mapAt, optionalTextAt, textAt, type WireMap } from "../wire.ts";
import type { CrmLink, PortalEvent } from "./portal-event.ts";

type Reader = (data: WireMap) => PortalEvent;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["ONOFFLINEEVENT", () => ({ kind: "offline.waiting" })],
  ["ONUSERADD", (data) => ({ kind: "user.added", id: textAt(data, "ID") })],
  ["ONAPPPAYMENT", readPayment],
  ["ONAPPMETHODCONFIRM", readConfirmation],
  ["ONAPPTEST", (data) => ({ kind: "app.tested", query: { ...mapAt(data, "QUERY") } })],
  ["ONEXTERNALCALLSTART", readCallStart],
  ["ONEXTERNALCALLBACKSTART", readCallback],
]);

/**
 * Reads events of the app's own life (but for install, update and removal, which `readInstallEvent` reads with their
 * tokens), of people and of external telephony.
 *
 * @returns null for an event of another kind.
 * @see Bitrix24 docs: api-reference/common/events, telephony/events
 */
export function readAppOrCallEvent(event: string, data: WireMap): PortalEvent | null {
  return READERS.get(event)?.(data) ?? null;
}

function readPayment(data: WireMap): PortalEvent {
  const days = optionalTextAt(data, "DAYS");
  return {
    kind: "app.payment_changed",
    status: textAt(data, "STATUS"),
    isExpired: flagAt(data, "PAYMENT_EXPIRED"),
    daysLeft: days === null || Number.isNaN(Number(days)) ? null : Number(days),
  };
}

function readConfirmation(data: WireMap): PortalEvent {
  return { kind: "app.method_confirmed", method: textAt(data, "METHOD"), isConfirmed: flagAt(data, "CONFIRMED") };
}

function readCallStart(data: WireMap): PortalEvent {
  return {
    kind: "call.started",
    phone: optionalTextAt(data, "PHONE_NUMBER_INTERNATIONAL") ?? textAt(data, "PHONE_NUMBER"),
    callId: textAt(data, "CALL_ID"),
    lineNumber: optionalTextAt(data, "LINE_NUMBER"),
    crm: readCrmLink(data),
  };
}

function readCallback(data: WireMap): PortalEvent {
  return {
    kind: "call.requested",
    phone: textAt(data, "PHONE_NUMBER"),
    text: optionalTextAt(data, "TEXT") ?? "",
    lineNumber: optionalTextAt(data, "LINE_NUMBER"),
    crm: readCrmLink(data),
  };
}

function readCrmLink(data: WireMap): CrmLink | null {
  const entityType = optionalTextAt(data, "CRM_ENTITY_TYPE");
  const entityId = optionalTextAt(data, "CRM_ENTITY_ID");
  return entityType === null || entityId === null || entityId === "0" ? null : { entityType, entityId };
}
