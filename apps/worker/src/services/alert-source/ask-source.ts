import { AppError } from "@botdeck/core";
import type { Refusal } from "@botdeck/notifications";

import { refused } from "./refused.ts";

/** Of a whole answer, in milliseconds. */
const TIMEOUT_MS = 8_000;
const MOST_ANSWER_BYTES = 8 * 1_048_576;

export type SourceRequest = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  body?: unknown;
  /** That there is no such thing any more is as good as an answer without content. */
  mayBeGone?: boolean;
  /**
   * Where the token goes: into the header where it is left out; `auth` is the body's field of that name, where Zabbix before 6.4
   * looks for it; `none` is for what is refused to whoever shows one.
   */
  tokenIn?: "header" | "auth" | "none";
};

/**
 * Asks a source's API once. Null for an answer without content.
 *
 * @throws AppError `unreachable` when a later try may succeed, `rejected` when none will: both in our own words, without the
 *   address, the token, or what it answered.
 */
export type AskSource = (request: SourceRequest) => Promise<unknown>;

/** @param api.url Where the API begins, as the hook's settings have it; it may lie below other pages of a server. */
export function createAskSource(api: { name: string; url: string; token: string | null }, fetcher = fetch): AskSource {
  const { name, url, token } = api;
  const failed = (code: "unreachable" | "rejected", refusal: Refusal, status?: number) =>
    refused(code, { name, refusal, ...(status !== undefined && { status: String(status) }) });

  return async ({ method, path, body: said, mayBeGone = false, tokenIn = "header" }) => {
    const inHeader = tokenIn === "header" && token !== null;
    const inBody = tokenIn === "auth" && token !== null;
    const body = inBody ? { ...Object(said), auth: token.replace(/^Bearer /i, "") } : said;
    const headers = {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(inHeader && { authorization: token.includes(" ") ? token : `Bearer ${token}` }),
    };
    const deadline = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetcher(`${url.replace(/\/+$/, "")}${path}`, {
        method,
        headers,
        // It would carry the token elsewhere.
        redirect: "manual",
        signal: deadline,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const { status } = response;
      if (status === 404 && mayBeGone) return null;
      if (status === 429 || status >= 500) throw failed("unreachable", "away", status);
      if (status < 200 || status >= 300) throw failed("rejected", refusalBy(status), status);
      if (text.length > MOST_ANSWER_BYTES) throw failed("rejected", "too_large");
      return text.trim() === "" ? null : read(text);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw failed("unreachable", deadline.aborted ? "no_answer" : "no_connection");
    }
  };

  function read(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw failed("rejected", "no_json");
    }
  }
}

function refusalBy(status: number): Refusal {
  if (status === 401 || status === 403) return "token";
  if (status === 404) return "no_address";
  return status >= 300 && status < 400 ? "elsewhere" : "status";
}
