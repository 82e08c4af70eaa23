import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { announce } from "@botdeck/db";
import { expect, test } from "vitest";

import { ORIGIN, PASSWORD, setupConsole } from "./test-console.ts";
import { addBot, addConversation } from "./test-conversations.ts";

const LIST = `/trpc/conversation.list?input=${encodeURIComponent(JSON.stringify({ queue: "all", portalId: null }))}`;

async function setup() {
  const console = await setupConsole();
  const ids = await addBot(console.database.db);
  for (let count = 0; count < 20; count++) await addConversation(console.database.db, ids);
  return { ...console, cookie: await console.cookieOf("lead") };
}

test.each([
  ["br, gzip", "br", brotliDecompressSync],
  ["gzip, deflate, br;q=0.1", "gzip", gunzipSync],
] as const)(
  "a list comes packed as the browser takes it (%s), and is the same list",
  async (accepted, packed, unpack) => {
    const { app, cookie } = await setup();
    const plain = await app.inject({ url: LIST, headers: { cookie } });
    const answer = await app.inject({ url: LIST, headers: { cookie, "accept-encoding": accepted } });

    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.json()).toMatchObject({ result: { data: { rows: { length: 20 } } } });
    expect(answer.headers["content-encoding"]).toBe(packed);
    expect(answer.headers["vary"]).toMatch(/accept-encoding/i);
    expect(unpack(answer.rawPayload).toString()).toBe(plain.body);
    expect(answer.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  },
);

test("a small answer, a refusal and what a log-in answers come as they are", async () => {
  const { app, cookie } = await setup();
  const headers = { cookie, "accept-encoding": "br, gzip" };
  const answers = [
    await app.inject({ url: "/trpc/session.me", headers }),
    await app.inject({ url: "/trpc/session.me", headers: { "accept-encoding": "br" } }),
    await app.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      headers: { "accept-encoding": "br", "content-type": "application/json", origin: ORIGIN },
      payload: { email: "lead@console.test", password: PASSWORD, padding: " ".repeat(4_000) },
    }),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 200]);
  for (const { headers: of } of answers) expect(of["content-encoding"]).toBeUndefined();
});

test("an event stream is never packed: what changes is in it at once", async () => {
  const { app, cookie, database } = await setup();
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const headers = { cookie, accept: "text/event-stream", "accept-encoding": "br, gzip" };
  const answer = await fetch(`${address}/trpc/conversation.changed?input=${encodeURIComponent("{}")}`, { headers });
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(answer.headers.get("content-encoding")).toBeNull();
  const words = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const until = async (word: string) => {
    let heard = "";
    while (!heard.includes(word)) {
      const { done, value } = (await words?.read()) ?? { done: true, value: undefined };
      if (done) throw new Error(`The stream ended after: ${heard}`);
      heard += value;
    }
  };
  await until('"ready"');
  await announce(database.db, "botdeck_desk", ["workflows"]);
  await until('"workflows"');
  await words?.cancel();
});

test("a batch that is answered piece by piece is passed on piece by piece, with no length of its own", async () => {
  const { app, cookie } = await setup();
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const input = encodeURIComponent(JSON.stringify({ 0: { queue: "all", portalId: null }, 1: {} }));
  const answer = await fetch(`${address}/trpc/conversation.list,session.me?batch=1&input=${input}`, {
    headers: { cookie, "trpc-accept": "application/jsonl", "accept-encoding": "br, gzip" },
  });
  expect([answer.headers.get("content-length"), answer.headers.get("content-encoding")]).toEqual([null, null]);
  expect(answer.headers.get("transfer-encoding")).toBe("chunked");
  expect(await answer.text()).toContain("Test lead");
});
