import { addActivity } from "../../crm/activities.ts";
import { allKinds } from "../../crm/entity-kind.ts";
import { storeCrmFile } from "../../crm/store-crm-file.ts";
import type { PhoneCall, PhoneCallEnd } from "../../state/telephony.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { CORE, namedCall, SCOPES } from "./calls.ts";

const CALL_ACTIVITY = 2;
const INCOMING = 1;
const OUTGOING = 2;
const ANSWERED = "200";

/** The end of a call, its record and its text. Bitrix24 docs: api-reference/telephony. */
export const finishedCallMethods: RestMethod[] = [
  { name: "telephony.externalCall.finish", scopes: SCOPES, needsApp: true, run: finish },
  { name: "telephony.externalCall.attachRecord", scopes: SCOPES, needsApp: true, run: attachRecord },
  { name: "telephony.call.attachTranscription", scopes: SCOPES, needsApp: true, run: attachTranscription },
];

/** A call that belongs to somebody in the CRM leaves an activity there. Finishing again changes nothing. */
function finish(call: Call): Answer {
  const known = namedCall(call);
  if (known.end !== null) return { result: endRow(call, known, known.end) };
  const { params } = call;
  const end: PhoneCallEnd = {
    durationS: integer(params, "DURATION") ?? 0,
    statusCode: text(params, "STATUS_CODE") || ANSWERED,
    reason: text(params, "FAILED_REASON"),
    vote: integer(params, "VOTE"),
    cost: Number(text(params, "COST") || 0),
    costCurrency: text(params, "COST_CURRENCY"),
    recordUrl: text(params, "RECORD_URL"),
    activityId: null,
  };
  known.end = { ...end, activityId: keepActivity(call, known, end) };
  known.shownTo = [];
  return { result: endRow(call, known, known.end) };
}

function keepActivity({ portal }: Call, known: PhoneCall, end: PhoneCallEnd): number | null {
  const kind = allKinds(portal.state).find(({ code }) => code === known.crm?.entityType);
  if (kind === undefined || known.crm === null) return null;
  const startTime = known.startedAt;
  const endTime = isoDate(new Date(Date.parse(startTime) + end.durationS * 1000));
  const activity = {
    ownerTypeId: kind.entityTypeId,
    ownerId: known.crm.entityId,
    typeId: CALL_ACTIVITY,
    providerId: "VOXIMPLANT_CALL",
    providerTypeId: "CALL",
    subject: `Call: ${known.phone}`,
    responsibleId: known.userId,
    direction: known.type === 2 || known.type === 3 ? INCOMING : OUTGOING,
    isCompleted: end.statusCode === ANSWERED,
    communications: [{ TYPE: "PHONE", VALUE: known.phone }],
    startTime,
    endTime,
  };
  return addActivity(portal, activity, known.userId).id;
}

function endRow({ portal, caller }: Call, known: PhoneCall, end: PhoneCallEnd): Record<string, unknown> {
  const app = caller.kind === "app" ? portal.state.apps.get(caller.clientId) : undefined;
  return {
    CALL_ID: known.id,
    EXTERNAL_CALL_ID: known.externalId,
    PORTAL_USER_ID: known.userId,
    PHONE_NUMBER: known.phone,
    PORTAL_NUMBER: known.line,
    INCOMING: String(known.type),
    CALL_DURATION: end.durationS,
    // The portal's own date object, which JSON makes empty.
    CALL_START_DATE: {},
    CALL_STATUS: end.statusCode === ANSWERED ? 1 : 0,
    CALL_VOTE: end.vote,
    COST: end.cost,
    COST_CURRENCY: end.costCurrency,
    CALL_FAILED_CODE: end.statusCode,
    CALL_FAILED_REASON: end.reason,
    REST_APP_ID: app === undefined ? null : String(app.number),
    REST_APP_NAME: app?.name ?? null,
    CRM_ACTIVITY_ID: end.activityId,
    COMMENT: null,
    CRM_ENTITY_TYPE: known.crm?.entityType ?? null,
    CRM_ENTITY_ID: known.crm?.entityId ?? null,
    ID: known.number,
  };
}

/** The record as content; one by address is only noted, since nothing is fetched from outside here. */
async function attachRecord(call: Call): Promise<Answer> {
  const { portal, caller, params } = call;
  const known = namedCall(call);
  const name = text(params, "FILENAME");
  const content = text(params, "FILE_CONTENT");
  if (name === "" && text(params, "RECORD_URL") === "") throw badRequest(CORE, "FILENAME or RECORD_URL should be set");
  if (content === "") {
    if (known.end !== null) known.end.recordUrl = text(params, "RECORD_URL");
    return { result: { FILE_ID: known.recordFileId } };
  }
  const file = await storeCrmFile(portal, { name, content: Buffer.from(content, "base64") }, caller.user.id);
  known.recordFileId = file?.id ?? null;
  return { result: { FILE_ID: known.recordFileId } };
}

function attachTranscription(call: Call): Answer {
  const known = namedCall(call);
  if (list(call.params, "MESSAGES").length === 0) throw badRequest(CORE, "MESSAGES should not be empty");
  known.transcriptId = nextId(call.portal.state, "transcript");
  return { result: { TRANSCRIPT_ID: known.transcriptId } };
}
