import type { causes } from "./en.ts";

export type FaultCause = keyof typeof causes;

/** What a stored error says: our words for it, by their name, and what the other side said itself. */
export type Fault = {
  /** Null for what nobody has put into words. */
  cause: FaultCause | null;
  /** Whose the words beneath are. */
  by: "portal" | "us";
  /** As they were said. */
  words: string;
  /** What language they are in; null where that is not known. */
  lang: "en" | "ru" | null;
};

/** Codes of Bitrix24, in capitals. Bitrix24 docs: error-codes, settings/oauth/error-codes */
const BY_PORTAL_CODE: ReadonlyMap<string, FaultCause> = new Map(
  Object.entries({
    QUERY_LIMIT_EXCEEDED: "limit",
    OPERATION_TIME_LIMIT: "workingTime",
    OVERLOAD_LIMIT: "blocked",
    ACCESS_DENIED: "denied",
    ACCESS_ERROR: "denied",
    INVALID_CREDENTIALS: "denied",
    USER_ACCESS_ERROR: "personDenied",
    EXPIRED_TOKEN: "expired",
    INVALID_TOKEN: "expired",
    NO_AUTH_FOUND: "noAuth",
    INVALID_GRANT: "grantOver",
    INVALID_CLIENT: "wrongApp",
    INSUFFICIENT_SCOPE: "scope",
    INVALID_SCOPE: "scope",
    WRONG_AUTH_TYPE: "needsApp",
    BOT_OWNERSHIP_ERROR: "foreignBot",
    PAYMENT_REQUIRED: "unpaid",
    ERROR_METHOD_NOT_FOUND: "noMethod",
    PORTAL_DELETED: "deleted",
    INTERNAL_SERVER_ERROR: "broken",
    ERROR_UNEXPECTED_ANSWER: "broken",
  } as const satisfies Record<string, FaultCause>),
);

/** Codes of ours that stand alone where a portal gave none. */
const BY_OWN_CODE: ReadonlyMap<string, FaultCause> = new Map(
  Object.entries({
    unauthorized: "noAuth",
    forbidden: "denied",
    not_found: "notFound",
    rate_limited: "limit",
    unreachable: "unreachable",
    invariant: "ours",
  } as const satisfies Record<string, FaultCause>),
);

/**
 * What Postgres and its driver say where nobody has put it into a sentence: only words of theirs alone, since a socket may as well
 * be a portal's.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const DATABASE: readonly RegExp[] = [
  /^A query failed$/,
  /^deadlock detected$/,
  /^could not serialize access due to /,
  /^canceling statement due to (?:statement|lock) timeout$/,
  /^terminating connection due to /,
  /^the database system is /,
  /^sorry, too many clients already$|^too many connections for (?:role|database) |^remaining connection slots are reserved /,
  /^could not (?:extend|write to|read block \S+ in|open) file "(?:base|global|pg_wal|pg_tblspc)\/|^out of shared memory$/,
  /^cannot execute .+ in a read-only transaction$/,
  // The driver names the host and port; sockets of others fail in sentences of ours.
  /^write (?:CONNECTION_(?:CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT)(?: |$)/,
  /^connect ECONNREFUSED \S+:5432$/,
];

/** What our own sentences begin with, or say in the middle. The first that fits counts. */
const BY_SENTENCE: readonly (readonly [RegExp, FaultCause])[] = [
  [/lies in a private network/, "privateNetwork"],
  [/does not know this webhook/, "webhookUnknown"],
  [/has to give the app their rights first/, "permission"],
  [/sealed .*with another|sealed it with another|sealed with key/, "sealed"],
  [/call budget is used up/, "limit"],
  [/working time for .* is used up/, "workingTime"],
  [/^Nobody can tell whether|may or may not have reached/, "unknownWhether"],
  [/authorization server could not be asked/, "authServer"],
  [/could not be asked|could not be reached|neither room nor a token|does not answer: check/, "unreachable"],
  [/in an unknown form|without the id of what it created/, "unclear"],
  [/^The portal was disconnected in the console|is not connected any more|was disconnected in the console/, "left"],
  [/^The bot is switched off/, "botOff"],
  [/^An operator took the conversation over/, "takenOver"],
  [/lacks the rights|has not given the rights/, "scope"],
  [/five bots at most/, "botsFull"],
  [/^Postgres is away/, "database"],
  ...DATABASE.map((said) => [said, "database"] as const),
];

/** As our client tells of a portal's refusal: its method, and in brackets the portal's code and words. */
const REFUSAL = /The portal (refused|gave no clear answer to) (\S+) \((.*)\)(?:\. [^()]*)?$/s;
/** Told of a plan under the code of a missing right, as packages/b24-client reads it. Bitrix24 docs: error-codes */
const UNPAID = /commercial plans/i;
const CODE = /^[\w.]+$/;
/** As it is told where no method is: a code in capitals, then words. */
const CODE_FIRST = /^([A-Z][A-Z_]+): /;

/**
 * Reads what was stored of an error: it is the text that people saw when it happened, and older ones have no other form.
 *
 * @param text As `outbox_effect.last_error`, `delivery_attempt.detail`, `portal.state_reason` or a finding's code have it.
 */
export function readFault(text: string): Fault {
  const [, verb, method = "", said = ""] = REFUSAL.exec(text) ?? [];
  if (verb !== undefined) {
    const code = said.split(":", 1)[0] ?? "";
    const cause =
      notInChat(method, code, said) ?? causeOfCode(code, said) ?? (verb === "refused" ? refusedBy(code) : "unclear");
    return { cause, by: "portal", words: `${method}: ${said}`, lang: languageOf(said) };
  }
  if (CODE.test(text)) {
    const cause = causeOfCode(text) ?? BY_OWN_CODE.get(text) ?? null;
    return { cause, by: BY_OWN_CODE.has(text) ? "us" : "portal", words: text, lang: null };
  }
  const first = causeOfCode(CODE_FIRST.exec(text)?.[1] ?? "", text);
  if (first !== null) return { cause: first, by: "portal", words: text, lang: languageOf(text) };
  const found = BY_SENTENCE.find(([pattern]) => pattern.test(text));
  return { cause: found?.[1] ?? null, by: "us", words: text, lang: "en" };
}

function causeOfCode(code: string, words = ""): FaultCause | null {
  const upper = code.toUpperCase();
  if (upper === "ACCESS_DENIED" && UNPAID.test(words)) return "unpaid";
  const known = BY_PORTAL_CODE.get(upper);
  if (known !== undefined) return known;
  if (/^HTTP 5\d\d$/.test(code)) return "broken";
  return upper.endsWith("_NOT_FOUND") ? "notFound" : null;
}

/** Of a bot's chats it is told under the code of a missing right. Bitrix24 docs: chat-bots-v2/imbot.v2, errors of its methods */
const notInChat = (method: string, code: string, words: string): FaultCause | null =>
  method.startsWith("imbot.v2.Chat.") && code.toUpperCase() === "ACCESS_DENIED" && !UNPAID.test(words)
    ? "notInChat"
    : null;

const refusedBy = (code: string): FaultCause => (/^HTTP 40[13]$/.test(code) ? "denied" : "refused");

/** A portal speaks English to programs, and in some methods its own language. */
function languageOf(words: string): "en" | "ru" | null {
  if (/[а-яё]/i.test(words)) return "ru";
  return /^[\x20-\x7e]*$/.test(words) ? "en" : null;
}

/** What is so, without what is to be done about it: for who can do nothing of it. @param words Of a cause, in either language. */
export function whatIsSo(words: string): string {
  const end = words.indexOf(". ");
  return end === -1 ? words : words.slice(0, end + 1);
}
