/** Posts to our own server; null when no answer came, or not before `signal` says so. */
export function postJson(path: string, body: object, signal?: AbortSignal): Promise<Response | null> {
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body), ...(signal !== undefined && { signal }) };
  return fetch(path, init).catch(() => null);
}
