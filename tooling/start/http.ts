import { AppError, messageOf } from "@botdeck/core";

const TIMEOUT_MS = 5_000;

/** True when GET answers 2xx. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** POSTs JSON, or GETs when there is no body. @throws AppError `rejected` or `unreachable`. */
export async function callJson(url: string, body?: unknown): Promise<unknown> {
  const init =
    body === undefined
      ? {}
      : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((cause: unknown) => {
    throw new AppError("unreachable", `${url} does not answer: ${messageOf(cause)}`, { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new AppError("rejected", `${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return text === "" ? null : JSON.parse(text);
}
