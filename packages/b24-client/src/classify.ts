import { redactText, type ErrorCode } from "@botdeck/core";

import type { Outcome } from "./error.ts";

/** The bucket gives back two calls a second, so a short pause clears the way. */
const QUERY_LIMIT_PAUSE_MS = 2_000;
/** The operating limit counts in windows of a minute; a better time stands in earlier answers of the method. */
const OPERATING_LIMIT_PAUSE_MS = 60_000;
/** A block that people set and lift. Asking often makes it worse, so one call in this time looks whether it is gone. */
const BLOCK_PAUSE_MS = 600_000;

/** Why a call failed, before it is known which call it was. */
export type Failure = {
  code: ErrorCode;
  outcome: Outcome;
  portalCode: string | null;
  /** The portal's own words, without markup; empty when it said nothing. */
  description: string;
  retryAfterMs?: number | undefined;
};
export type Classified<Answer> = { ok: true; answer: Answer } | { ok: false; failure: Failure };
type JsonObject = Record<string, unknown>;
/** What the portal sends with a result: `next` and `total` of a list, `time`. */
export type PortalAnswer = JsonObject & { result: unknown };

/** Codes whose meaning does not follow from their status. Bitrix24 docs: error-codes, settings/oauth/error-codes */
const CODES: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ["QUERY_LIMIT_EXCEEDED", "rate_limited"],
  ["OPERATION_TIME_LIMIT", "rate_limited"],
  ["EXPIRED_TOKEN", "unauthorized"],
  ["INVALID_TOKEN", "unauthorized"],
  ["NO_AUTH_FOUND", "unauthorized"],
  ["INVALID_GRANT", "unauthorized"],
  ["INVALID_CLIENT", "unauthorized"],
  ["INSUFFICIENT_SCOPE", "forbidden"],
  ["INVALID_SCOPE", "forbidden"],
  ["ACCESS_DENIED", "forbidden"],
  ["ACCESS_ERROR", "forbidden"],
  ["INVALID_CREDENTIALS", "forbidden"],
  ["USER_ACCESS_ERROR", "forbidden"],
  ["WRONG_AUTH_TYPE", "forbidden"],
  ["BOT_OWNERSHIP_ERROR", "forbidden"],
  ["PAYMENT_REQUIRED", "forbidden"],
  // The method, not its object, is missing: no data of ours would change that.
  ["ERROR_METHOD_NOT_FOUND", "rejected"],
  // The portal is blocked, not the call refused: what waits for it stays.
  ["OVERLOAD_LIMIT", "rate_limited"],
  ["PORTAL_DELETED", "rejected"],
]);

/** How long a limit holds that is not the bucket's. */
const PAUSES_MS: ReadonlyMap<string, number> = new Map([
  ["OPERATION_TIME_LIMIT", OPERATING_LIMIT_PAUSE_MS],
  ["OVERLOAD_LIMIT", BLOCK_PAUSE_MS],
]);

/** The portal broke down over the call. Bitrix24 docs: error-codes */
const OWN_FAULTS: ReadonlySet<string> = new Set(["INTERNAL_SERVER_ERROR", "ERROR_UNEXPECTED_ANSWER"]);

/** The statuses that calls of a batch would have had alone; a refusal without one here is a 400. Bitrix24 docs: error-codes */
const INNER_STATUS: ReadonlyMap<string, number> = new Map([
  ["NO_AUTH_FOUND", 401],
  ["EXPIRED_TOKEN", 401],
  ["INSUFFICIENT_SCOPE", 403],
  ["INVALID_CREDENTIALS", 403],
  ["USER_ACCESS_ERROR", 403],
  ["ACCESS_DENIED", 403],
  ["WRONG_AUTH_TYPE", 403],
  ["ERROR_METHOD_NOT_FOUND", 404],
  ["ERROR_BATCH_METHOD_NOT_ALLOWED", 405],
  ["OPERATION_TIME_LIMIT", 429],
  ["INTERNAL_SERVER_ERROR", 500],
  ["ERROR_UNEXPECTED_ANSWER", 500],
  ["PORTAL_DELETED", 500],
  ["QUERY_LIMIT_EXCEEDED", 503],
  ["OVERLOAD_LIMIT", 503],
]);

/**
 * Tells what an answer of the portal means. Other codes ending in `_NOT_FOUND` are `not_found`; a refusal with a 4xx is
 * `rejected`. What a portal says with a 5xx, or says unreadably, leaves open whether the call was done.
 */
export function classify(status: number, body: string, method: string): Classified<PortalAnswer> {
  const read = readAnswer(status, body);
  return read.ok ? withResult(status, read.answer, method) : read;
}

/**
 * Tells what a batch says of one of its calls: the same as the portal would have said of it alone, and with which status.
 *
 * @param error Undefined when the batch names none.
 * @param answer Its `result` is undefined when the batch says nothing of the call.
 */
export function classifyInner(
  method: string,
  error: unknown,
  answer: JsonObject,
): { status: number; outcome: Classified<PortalAnswer> } {
  if (error === undefined) return { status: 200, outcome: withResult(200, answer, method) };
  const json = isObject(error) ? error : { error };
  const status = INNER_STATUS.get(readError(json).code?.toUpperCase() ?? "") ?? 400;
  return { status, outcome: { ok: false, failure: refusal(status, json) } };
}

function withResult(status: number, answer: JsonObject, method: string): Classified<PortalAnswer> {
  const { result } = answer;
  if (result === undefined) return { ok: false, failure: unreadable() };
  // These methods report failure inside a successful answer. Bitrix24 docs: api-reference/imopenlines/imconnector
  if (method.toLowerCase().startsWith("imconnector.") && isObject(result) && "error" in result) {
    return { ok: false, failure: refusal(status, result) };
  }
  return { ok: true, answer: { ...answer, result } };
}

/** The part that REST calls and the OAuth server share: a JSON object without an error is an answer. */
export function readAnswer(status: number, body: string): Classified<JsonObject> {
  const json = parseObject(body);
  if (json !== null && isRefusal(json)) return { ok: false, failure: refusal(status, json) };
  if (status >= 200 && status < 300) {
    return json === null ? { ok: false, failure: unreadable() } : { ok: true, answer: json };
  }
  const description = `HTTP ${status}`;
  return { ok: false, failure: { ...byStatus(status), portalCode: null, description } };
}

/** An `error` of null beside a result is none; an empty or absent one beside nothing is. */
function isRefusal(json: JsonObject): boolean {
  return "error" in json && !(json["error"] === null && json["result"] !== undefined);
}

/** The tariff has no REST, which a person has to pay for: what waits is not refused for good. Bitrix24 docs: error-codes */
const UNPAID = /only on commercial plans/i;

function refusal(givenStatus: number, json: JsonObject): Failure {
  const { code: portalCode, description } = readError(json);
  const upper = portalCode?.toUpperCase() ?? "";
  // A fault of the portal's own stays one when it comes with another status.
  const status = Math.max(givenStatus, OWN_FAULTS.has(upper) ? 500 : 0);
  if (UNPAID.test(description)) return { code: "unauthorized", outcome: "not_applied", portalCode, description };
  const known = codeOf(upper, status);
  if (known === null) return { ...byStatus(status), portalCode, description };
  if (known !== "rate_limited") return { code: known, outcome: "not_applied", portalCode, description };
  const retryAfterMs = PAUSES_MS.get(upper) ?? QUERY_LIMIT_PAUSE_MS;
  return { code: known, outcome: "not_applied", portalCode, description, retryAfterMs };
}

/** @param portalCode In capitals. */
function codeOf(portalCode: string, status: number): ErrorCode | null {
  return CODES.get(portalCode) ?? (portalCode.endsWith("_NOT_FOUND") && status < 500 ? "not_found" : null);
}

function byStatus(status: number): Pick<Failure, "code" | "outcome" | "retryAfterMs"> {
  if (status === 429) return { code: "rate_limited", outcome: "not_applied", retryAfterMs: QUERY_LIMIT_PAUSE_MS };
  if (status === 401) return { code: "unauthorized", outcome: "not_applied" };
  if (status === 403) return { code: "forbidden", outcome: "not_applied" };
  // 408: whoever stands before the portal gave up on the request.
  if (status >= 500 || status === 408) return { code: "unreachable", outcome: "unknown" };
  return { code: "rejected", outcome: "not_applied" };
}

function unreadable(): Failure {
  return { code: "unreachable", outcome: "unknown", portalCode: null, description: "the answer cannot be read" };
}

/** The code is a text, a number (0, 100) or empty; REST 3.0 nests both in an object. */
function readError(json: JsonObject): { code: string | null; description: string } {
  const { error, error_description: description } = json;
  if (isObject(error)) return { code: textOf(error["code"]), description: readable(error["message"]) };
  return { code: textOf(error), description: readable(description) };
}

function textOf(value: unknown): string | null {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : null;
}

/** Tasks answer with `<br>` and entities in their texts. */
function readable(description: unknown): string {
  if (typeof description !== "string") return "";
  const text = description.replace(/<[^>]*>/g, " ").replace(/&(?:[a-z]+|#\d+);/gi, " ");
  return redactText(text).replace(/\s+/g, " ").trim();
}

function parseObject(body: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
