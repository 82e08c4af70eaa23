import type { PhoneCall } from "../../state/telephony.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { integer, list, record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { filterOf, orderOf, type ReadColumn } from "../row-filter.ts";
import { CORE, SCOPES, startCall } from "./calls.ts";

const CALLBACK = 4;
const INFOCALL = 5;
/** The lines that every portal has here. */
const LINES: Readonly<Record<string, string>> = { reg1: "SIP line", sip1: "Office exchange" };
const VOICES: Readonly<Record<string, string>> = {
  ruinternalfemale: "Русский (женский)",
  ruinternalmale: "Русский (мужской)",
  ukenglishfemale: "British English (female)",
  usenglishfemale: "American English (female)",
};

/** Calls that the portal makes itself, its lines and its statistics. Bitrix24 docs: api-reference/telephony/voximplant. */
export const voximplantMethods: RestMethod[] = [
  { name: "voximplant.callback.start", scopes: SCOPES, run: (call) => start(call, "callback", "TEXT_TO_PRONOUNCE") },
  {
    name: "voximplant.infocall.startwithtext",
    scopes: ["telephony", "call"],
    run: (call) => start(call, "infocall", "TEXT_TO_PRONOUNCE"),
  },
  {
    name: "voximplant.infocall.startwithsound",
    scopes: ["telephony", "call"],
    run: (call) => start(call, "infocall", "URL"),
  },
  { name: "voximplant.line.get", scopes: SCOPES, run: (call) => ({ result: linesOf(asManager(call)) }) },
  {
    name: "voximplant.line.outgoing.get",
    scopes: SCOPES,
    run: (call) => ({ result: asManager(call).portal.state.outgoingLine }),
  },
  { name: "voximplant.line.outgoing.set", scopes: SCOPES, run: setOutgoing },
  { name: "voximplant.statistic.get", scopes: SCOPES, run: statistics },
  { name: "voximplant.tts.voices.get", scopes: SCOPES, run: () => ({ result: VOICES }) },
  { name: "voximplant.url.get", scopes: SCOPES, run: urls },
  { name: "voximplant.user.get", scopes: SCOPES, run: users },
];

function start(call: Call, kind: "callback" | "infocall", speech: string): Answer {
  const { params } = call;
  const line = text(params, "FROM_LINE");
  if (!Object.hasOwn(linesOf(call), line)) throw badRequest(CORE, `Line ${line} is not found`);
  const type = kind === "callback" ? CALLBACK : INFOCALL;
  const { id } = startCall(call, { kind, type, phone: text(params, "TO_NUMBER"), line, speech: text(params, speech) });
  return { result: { RESULT: true, CALL_ID: id } };
}

function linesOf({ portal }: Call): Record<string, string> {
  const own = [...portal.state.externalLines.values()].map(({ id, name }): [string, string] => [id, name]);
  return { ...LINES, ...Object.fromEntries(own) };
}

/** Numbers are managed, and lines seen, by administrators. @throws RestError for others. */
function asManager(call: Call): Call {
  if (call.caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied!");
  return call;
}

function setOutgoing(call: Call): Answer {
  asManager(call);
  const line = text(call.params, "LINE_ID");
  if (!Object.hasOwn(linesOf(call), line)) throw badRequest(CORE, `Line ${line} is not found`);
  call.portal.state.outgoingLine = line;
  return { result: 1 };
}

/** Calls that have ended, as rows of texts. */
function statistics({ portal, params }: Call): Answer {
  const rows = [...portal.state.phoneCalls.values()].filter(({ end }) => end !== null).map(statisticRow);
  const column: ReadColumn<StatisticRow> = (field) => (isColumn(field) ? (row) => row[field] : null);
  const matches = filterOf(record(params, "FILTER"), column);
  const compare = orderOf({ [text(params, "SORT") || "ID"]: text(params, "ORDER") || "ASC" }, column);
  const found = rows.filter(matches);
  return page(compare === null ? found : found.toSorted(compare), integer(params, "start") ?? 0);
}

type StatisticRow = ReturnType<typeof statisticRow>;

function isColumn(field: string): field is keyof StatisticRow {
  return Object.hasOwn(statisticRow(NO_CALL), field);
}

const NO_CALL: PhoneCall = {
  id: "",
  number: 0,
  kind: "external",
  type: 1,
  userId: 0,
  phone: "",
  line: "",
  externalId: null,
  startedAt: "",
  crm: null,
  shownTo: [],
  speech: "",
  end: null,
  recordFileId: null,
  transcriptId: null,
};

function statisticRow({ number, userId, line, phone, id, externalId, startedAt, crm, type, end, ...rest }: PhoneCall) {
  return {
    ID: String(number),
    PORTAL_USER_ID: String(userId),
    PORTAL_NUMBER: line,
    PHONE_NUMBER: phone,
    CALL_ID: id,
    EXTERNAL_CALL_ID: externalId,
    CALL_CATEGORY: "external",
    CALL_LOG: null,
    CALL_DURATION: String(end?.durationS ?? 0),
    CALL_START_DATE: startedAt,
    CALL_RECORD_URL: end?.recordUrl ?? "",
    CALL_VOTE: end?.vote === null || end?.vote === undefined ? null : String(end.vote),
    COST: (end?.cost ?? 0).toFixed(4),
    COST_CURRENCY: end?.costCurrency ?? "",
    CALL_FAILED_CODE: end?.statusCode ?? "",
    CALL_FAILED_REASON: end?.reason ?? "",
    CRM_ENTITY_TYPE: crm?.entityType ?? null,
    CRM_ENTITY_ID: crm === null ? null : String(crm.entityId),
    CRM_ACTIVITY_ID: end?.activityId === null || end?.activityId === undefined ? null : String(end.activityId),
    REST_APP_ID: null,
    REST_APP_NAME: null,
    TRANSCRIPT_ID: rest.transcriptId === null ? null : String(rest.transcriptId),
    TRANSCRIPT_PENDING: "N",
    SESSION_ID: null,
    REDIAL_ATTEMPT: null,
    COMMENT: null,
    RECORD_DURATION: null,
    RECORD_FILE_ID: rest.recordFileId === null ? null : String(rest.recordFileId),
    CALL_TYPE: String(type),
  };
}

function urls({ portal }: Call): Answer {
  const page = (path: string): string => `${portal.origin()}/telephony/${path}`;
  return {
    result: {
      detail_statistics: page("detail.php"),
      buy_connector: `${portal.origin()}/settings/license_phone_sip.php`,
      edit_config: page("edit.php?ID=#CONFIG_ID#"),
      lines: page("lines.php"),
    },
  };
}

/** Only one's own password is told. */
function users({ portal, caller, params }: Call): Answer {
  const ids = list(params, "USER_ID").map(Number);
  const found = ids
    .flatMap((id) => portal.state.people.get(id) ?? [])
    .filter(({ role }) => role !== "client" && role !== "bot");
  const rows = found.map(({ id }) => ({
    ID: String(id),
    DEFAULT_LINE: null,
    PHONE_ENABLED: "Y",
    SIP_SERVER: new URL(portal.origin()).hostname,
    SIP_LOGIN: `phone${id}`,
    SIP_PASSWORD: id === caller.user.id ? `demo-sip-${id}` : null,
    INNER_NUMBER: String(id),
  }));
  return { result: rows };
}
