/** Posts to our own server; null when no answer came. */
export function postJson(path: string, body: object): Promise<Response | null> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return fetch(path, init).catch(() => null);
}
