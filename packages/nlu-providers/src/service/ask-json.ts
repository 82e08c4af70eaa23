import { AppError } from "@botdeck/core";

/** A ranking of intents has some kilobytes. */
const MAX_ANSWER_BYTES = 262_144;

export type Fetch = typeof fetch;

export type JsonQuestion = {
  /** As a person reads it in an error. */
  service: string;
  url: string;
  /** The value of the Authorization header; null for none. */
  authorization: string | null;
  /** Sent as JSON; a form as a form. */
  body: unknown;
  signal: AbortSignal;
};

/**
 * Posts a question and reads the answer's JSON, once; redirects are not followed, for they would carry words and credentials
 * elsewhere.
 *
 * @throws AppError that names the service and the cause, and holds neither the address nor what was asked or answered.
 * `unauthorized`, `rate_limited` and `rejected` by the answer's status, else `unreachable`.
 */
export async function askJson(fetch: Fetch, question: JsonQuestion): Promise<unknown> {
  const { service, url, authorization, body, signal } = question;
  const isForm = body instanceof URLSearchParams;
  const headers = {
    accept: "application/json",
    ...(!isForm && { "content-type": "application/json" }),
    ...(authorization !== null && { authorization }),
  };
  try {
    const content = isForm ? body : JSON.stringify(body);
    const response = await fetch(url, { method: "POST", headers, body: content, redirect: "manual", signal });
    if (!response.ok) {
      await response.body?.cancel();
      throw refused(service, response);
    }
    return parse(service, await readText(service, response));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (signal.aborted) throw unanswered(service, "there was no whole answer in time");
    throw unanswered(service, `the connection failed (${codeOf(error)})`);
  }
}

/** @param cause Why, in words of our own. */
export function unanswered(service: string, cause: string): AppError {
  return new AppError("unreachable", `${service} did not tell an intent: ${cause}`);
}

function refused(service: string, { status, headers }: Response): AppError {
  if (status === 401 || status === 403) {
    return new AppError(
      "unauthorized",
      `${service} refused the key (${status}). Check the secret of the portal's provider`,
    );
  }
  if (status === 429) {
    const seconds = Number(headers.get("retry-after") ?? "");
    const wait = seconds > 0 && seconds < 86_400 ? { retryAfterMs: Math.ceil(seconds * 1_000) } : {};
    return new AppError("rate_limited", `${service} takes no more requests now (429)`, wait);
  }
  if (status >= 400 && status < 500) {
    const message = `${service} did not take the question (${status}). Check the address and the names in the provider's settings`;
    return new AppError("rejected", message, { context: { status } });
  }
  if (status >= 300 && status < 400) {
    return unanswered(service, `it sent us elsewhere (${status}). Give the address where it answers`);
  }
  return unanswered(service, `it answered ${status}`);
}

async function readText(service: string, { body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, sizeBytes] = ["", 0];
  for await (const chunk of body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > MAX_ANSWER_BYTES) throw unanswered(service, `its answer is larger than ${MAX_ANSWER_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(service: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unanswered(service, "its answer is no JSON");
  }
}

/** The code, such as `ECONNREFUSED`, is what people search for; the message may hold the address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}
