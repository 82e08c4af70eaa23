// oxlint-disable-next-line typescript/no-explicit-any -- answers of every method; each test looks at its own
export type Json = Record<string, any>;
export type Reply = { status: number; body: Json };

/** One request with a JSON body, and what came back. */
export async function send(url: string, method: string, body?: object): Promise<Reply> {
  const response = await fetch(url, {
    method,
    redirect: "manual",
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : { text } };
}
