import { AppError } from "@botdeck/core";

/** Ten orders have some 50 kB. */
const MAX_ANSWER_BYTES = 4 * 1_048_576;

export type Fetch = typeof fetch;

export type JsonRequest = {
  /** As a person reads it in an error. */
  source: string;
  url: string;
  /** The value of the Authorization header; null for none. */
  authorization: string | null;
  /** Of the whole answer, in milliseconds. */
  timeoutMs: number;
  signal: AbortSignal | undefined;
};

/**
 * Gets JSON, once; redirects are not followed, for they would carry the credentials elsewhere.
 *
 * @throws AppError `unreachable` that names the source and the cause, and holds neither the address nor what it answered:
 * both have personal data.
 */
export async function fetchJson(fetch: Fetch, request: JsonRequest): Promise<unknown> {
  const { source, url, authorization, timeoutMs, signal } = request;
  const deadline = AbortSignal.timeout(timeoutMs);
  const headers = { accept: "application/json", ...(authorization !== null && { authorization }) };
  try {
    const response = await fetch(url, {
      headers,
      redirect: "manual",
      signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw sourceFailed(source, describeStatus(response.status));
    }
    return parse(source, await readText(source, response));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (signal?.aborted === true) throw sourceFailed(source, "the question was cancelled");
    if (deadline.aborted) throw sourceFailed(source, `there was no whole answer within ${timeoutMs} ms`);
    throw sourceFailed(source, `the connection failed (${codeOf(error)})`);
  }
}

/** @param cause Why, in words of our own. */
export function sourceFailed(source: string, cause: string): AppError {
  return new AppError("unreachable", `${source} gave no orders: ${cause}`);
}

function describeStatus(status: number): string {
  if (status === 401 || status === 403) return `it refused the login (${status}). Check the login in its settings`;
  if (status === 404)
    return "it knows no such address or document (404). Check the address and the names in its settings";
  if (status === 400) return "it did not understand the question (400). Check the names in its settings";
  if (status >= 300 && status < 400) return `it sent us elsewhere (${status}). Give the address where it answers`;
  return `it answered ${status}`;
}

async function readText(source: string, { body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, sizeBytes] = ["", 0];
  for await (const chunk of body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > MAX_ANSWER_BYTES) throw sourceFailed(source, `the answer is larger than ${MAX_ANSWER_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw sourceFailed(source, "its answer is no JSON");
  }
}

/** The code, such as `ECONNREFUSED`, is what people search for; the message may hold the address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}
