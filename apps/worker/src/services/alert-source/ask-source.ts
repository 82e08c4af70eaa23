import { AppError } from "@botdeck/core";

/** Of a whole answer, in milliseconds. */
const TIMEOUT_MS = 8_000;
const MOST_ANSWER_BYTES = 8 * 1_048_576;

export type SourceRequest = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  body?: unknown;
  /** That there is no such thing any more is as good as an answer without content. */
  mayBeGone?: boolean;
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
  const failed = (code: "unreachable" | "rejected", cause: string) =>
    new AppError(code, `${name} did not take it: ${cause}`);

  return async ({ method, path, body, mayBeGone = false }) => {
    const headers = {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(token !== null && { authorization: token.includes(" ") ? token : `Bearer ${token}` }),
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
      if (status === 429 || status >= 500) throw failed("unreachable", `it answered ${status}`);
      if (status < 200 || status >= 300) throw failed("rejected", describeStatus(status));
      if (text.length > MOST_ANSWER_BYTES) throw failed("rejected", "its answer is too large");
      return text.trim() === "" ? null : read(text);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw failed("unreachable", deadline.aborted ? `no answer within ${TIMEOUT_MS} ms` : "the connection failed");
    }
  };

  function read(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw failed("rejected", "its answer is no JSON. Check the address of its API");
    }
  }
}

function describeStatus(status: number): string {
  if (status === 401 || status === 403) return `it refused the token (${status}). Check the hook's API token`;
  if (status === 404) return "it knows no such address (404). Check the address of its API";
  if (status >= 300 && status < 400) return `it sent us elsewhere (${status}). Give the address where it answers`;
  return `it refused it (${status})`;
}
