/** A call of an outside telephone exchange, or one that the portal was asked to make. */
export type PhoneCall = {
  /** Such as `externalCall.<hex>.<seconds>`. */
  id: string;
  /** Its number in the statistics. */
  number: number;
  kind: "external" | "callback" | "infocall";
  /** 1 outgoing, 2 incoming, 3 incoming and passed on, 4 call-back, 5 information. */
  type: number;
  userId: number;
  phone: string;
  line: string;
  externalId: string | null;
  startedAt: string;
  crm: { entityType: string; entityId: number } | null;
  /** People who see its card now. */
  shownTo: number[];
  /** What a call-back or an information call says. */
  speech: string;
  /** null while it lasts. */
  end: PhoneCallEnd | null;
  recordFileId: number | null;
  transcriptId: number | null;
};

export type PhoneCallEnd = {
  durationS: number;
  statusCode: string;
  reason: string;
  vote: number | null;
  cost: number;
  costCurrency: string;
  recordUrl: string;
  activityId: number | null;
};

/** A line of an outside exchange. */
export type ExternalLine = { /** Its phone number. */ id: string; number: number; name: string; createsLeads: boolean };

/** Calls and lines. Collections are maps by the record's `id`. */
export type TelephonyState = {
  phoneCalls: Map<string, PhoneCall>;
  externalLines: Map<string, ExternalLine>;
  /** The line that outgoing calls leave through. */
  outgoingLine: string;
};

export function emptyTelephony(): TelephonyState {
  return { phoneCalls: new Map(), externalLines: new Map(), outgoingLine: "reg1" };
}
