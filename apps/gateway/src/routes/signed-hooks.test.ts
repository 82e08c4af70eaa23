import { createHmac } from "node:crypto";

import { addHook, type Hook, inboxEvent } from "@botdeck/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { POSTED_AT } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
let now = POSTED_AT;
let botId: string;
beforeAll(async () => {
  world = await createWorld([], { now: () => now });
  botId = (await world.newBot(await world.newPortal("mine"), "456")).id;
});
beforeEach(async () => {
  now = POSTED_AT;
  await world.db.delete(inboxEvent);
});
afterAll(() => world.close());

const newHook = (options: object = {}, kind: Hook["kind"] = "payment") =>
  addHook(world.db, { botId, name: "Payments", kind, proof: "hmac", options: { ...options } }, world.box);

const seconds = () => String(Math.floor(now.getTime() / 1_000));
const sign = (secret: string, content: string) => createHmac("sha256", secret).update(content).digest();

const send = (id: string, body: string, headers: Record<string, string>, to = world.app) =>
  to.inject({
    method: "POST",
    url: `/hooks/payment/${id}`,
    payload: body,
    headers: { "content-type": "application/json", ...headers },
  });
const answer = async (id: string, body: string, headers: Record<string, string>, to = world.app) => {
  const sent = await send(id, body, headers, to);
  return [sent.statusCode, sent.json().message ?? "accepted"];
};
const BODY = JSON.stringify({ event: "payment.succeeded", object: { id: "2a", amount: { value: "100.00" } } });

describe("a post that is signed is taken", () => {
  test("with its time before its body, in hex, with a name or without, and in base64", async () => {
    const { id, secret } = await newHook();
    const kinds: ((digest: Buffer) => string)[] = [
      (digest) => digest.toString("hex"),
      (digest) => `sha256=${digest.toString("hex")}`,
      (digest) => digest.toString("base64"),
    ];
    for (const [index, write] of kinds.entries()) {
      const body = JSON.stringify({ index });
      const headers = { "x-timestamp": seconds(), "x-signature": write(sign(secret, `${seconds()}:${body}`)) };
      expect(await answer(id, body, headers)).toEqual([200, "accepted"]);
    }
    expect(await world.events()).toHaveLength(3);
  });

  test("with time and signature in one header, as some providers do", async () => {
    const { id, secret } = await newHook({ signature: { header: "stripe-signature", timestampHeader: null } });
    const signature = sign(secret, `${seconds()}.${BODY}`).toString("hex");
    expect(await answer(id, BODY, { "stripe-signature": `t=${seconds()},v1=${signature}` })).toEqual([200, "accepted"]);
  });

  test("with one of several signatures, as a provider signs while its secret is being changed", async () => {
    const { id, secret } = await newHook({ signature: { header: "stripe-signature", timestampHeader: null } });
    const of = (by: string) => `v1=${sign(by, `${seconds()}.${BODY}`).toString("hex")}`;
    const both = `t=${seconds()},${of(secret)},${of("the secret to come")}`;
    expect(await answer(id, BODY, { "stripe-signature": both })).toEqual([200, "accepted"]);
    const again = await answer(id, BODY, { "stripe-signature": `t=${seconds()},${of("any other")},${of(secret)}` });
    expect(again[0]).toBe(409);
    const wrong = `t=${seconds()},${of("any other")},${of("the secret to come")}`;
    expect((await answer(id, BODY, { "stripe-signature": wrong }))[0]).toBe(401);
  });

  test("without a time where the hook says that there is none", async () => {
    const { id, secret } = await newHook({ signature: { header: "sentry-hook-signature", timestampHeader: null } });
    const headers = { "sentry-hook-signature": sign(secret, BODY).toString("hex") };
    expect(await answer(id, BODY, headers)).toEqual([200, "accepted"]);
  });
});

test("whoever does not sign, or signs something else, or for somebody else, gets 401 and no row", async () => {
  const { id, secret } = await newHook();
  const other = await newHook();
  const at = seconds();
  const right = sign(secret, `${at}:${BODY}`).toString("hex");
  const cases: [Record<string, string>, RegExp][] = [
    [{}, /no header x-signature/],
    [{ authorization: `Bearer ${secret}` }, /no header x-signature/],
    [{ "x-signature": right }, /no header x-timestamp/],
    [{ "x-signature": right, "x-timestamp": String(Number(at) + 1) }, /not that of this hook/],
    [{ "x-signature": sign(secret, BODY).toString("hex"), "x-timestamp": at }, /not that of this hook/],
    [
      { "x-signature": sign(other.secret, `${at}:${BODY}`).toString("hex"), "x-timestamp": at },
      /not that of this hook/,
    ],
    [{ "x-signature": "", "x-timestamp": at }, /no header x-signature/],
    [{ "x-signature": right.slice(1), "x-timestamp": at }, /not that of this hook/],
  ];
  for (const [headers, message] of cases) {
    expect(await answer(id, BODY, headers)).toEqual([401, expect.stringMatching(message)]);
  }
  expect(await world.events()).toEqual([]);
});

describe("a signed post counts once", () => {
  const headersOf = (secret: string, body = BODY) => ({
    "x-timestamp": seconds(),
    "x-signature": sign(secret, `${seconds()}:${body}`).toString("hex"),
  });

  test("and its replay is refused with 409, also with another key and in another gateway's hands", async () => {
    const { id, secret } = await newHook();
    const headers = headersOf(secret);
    expect(await answer(id, BODY, headers)).toEqual([200, "accepted"]);
    expect(await answer(id, BODY, { ...headers, "idempotency-key": "another" })).toEqual([
      409,
      expect.stringMatching(/came before/),
    ]);
    const { server } = await world.addGateway({ now: () => now });
    await answer(id, BODY, { ...headers, "idempotency-key": "another" }, server);
    expect(await world.events()).toHaveLength(1);
  });

  test("and one that is too old, or from the future, is refused with 409", async () => {
    const { id, secret } = await newHook();
    const headers = headersOf(secret);
    for (const minutes of [6, -6]) {
      now = new Date(POSTED_AT.getTime() + minutes * 60_000);
      expect(await answer(id, BODY, headers)).toEqual([409, expect.stringMatching(/was signed 360 s/)]);
    }
    expect(await world.events()).toEqual([]);
  });

  test("and one that could not be read may come again", async () => {
    const { id, secret } = await newHook();
    expect((await answer(id, "{", headersOf(secret, "{")))[0]).toBe(400);
    expect((await answer(id, "{", headersOf(secret, "{")))[0]).toBe(400);
  });
});

describe("a post whose signature has no time", () => {
  const untimed = { signature: { header: "x-signature", timestampHeader: null } };

  test("counts once, whatever key and whenever it comes, in whatever letters its signature is written", async () => {
    const { id, secret } = await newHook(untimed);
    const digest = sign(secret, BODY);
    expect(await answer(id, BODY, { "x-signature": digest.toString("hex") })).toEqual([200, "accepted"]);
    const texts = [digest.toString("hex").toUpperCase(), digest.toString("base64"), digest.toString("base64url")];
    for (const text of texts) {
      expect((await answer(id, BODY, { "x-signature": text, "idempotency-key": text }))[0]).toBe(409);
    }
    now = new Date(POSTED_AT.getTime() + 20 * 86_400_000);
    await answer(id, BODY, { "x-signature": digest.toString("hex"), "idempotency-key": "another" });
    expect(await world.events()).toHaveLength(1);
  });
});

test("an alert that is signed anew and fires as it did before is kept", async () => {
  const fields = { title: "title", severity: "severity" };
  const { id, secret } = await newHook({ fields }, "generic");
  const body = JSON.stringify({ title: "Disk", severity: "critical" });
  for (const minutes of [1, 2]) {
    now = new Date(POSTED_AT.getTime() + minutes * 60_000);
    const headers = { "x-timestamp": seconds(), "x-signature": sign(secret, `${seconds()}:${body}`).toString("hex") };
    const sent = await world.app.inject({
      method: "POST",
      url: `/hooks/${id}`,
      payload: body,
      headers: { "content-type": "application/json", ...headers },
    });
    expect(sent.statusCode).toBe(200);
  }
  expect(await world.events()).toHaveLength(2);
});

test("a provider that posts forms is read as one that posts JSON", async () => {
  const { id, secret } = await newHook({ signature: { header: "content-hmac", timestampHeader: null } });
  const body = "TransactionId=7&Amount=100.00&Currency=RUB&Status=Completed";
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-hmac": sign(secret, body).toString("base64"),
  };
  expect(await answer(id, body, headers)).toEqual([200, "accepted"]);
  expect(await world.events()).toMatchObject([{ body: { payload: { TransactionId: "7", Amount: "100.00" } } }]);
});

test("a gateway that starts while the database is away knows what posts are signed with", async () => {
  const { id, secret } = await newHook();
  const signed = (body: string) => ({
    "x-timestamp": seconds(),
    "x-signature": sign(secret, `${seconds()}:${body}`).toString("hex"),
  });
  expect(await answer(id, BODY, signed(BODY))).toEqual([200, "accepted"]);
  world.loseDatabase();
  try {
    const { server } = await world.addGateway({ now: () => now });
    expect(await answer(id, "{}", signed("{}"), server)).toEqual([200, "accepted"]);
    expect((await answer(id, "{}", { ...signed("{}"), "x-signature": "00" }, server))[0]).toBe(401);
  } finally {
    world.returnDatabase();
  }
});

test("an address with another kind of source in it is nobody's", async () => {
  const { id, secret } = await addHook(world.db, { botId, name: "Errors", kind: "sentry" });
  expect(await answer(id, "{}", { authorization: `Bearer ${secret}` })).toEqual([401, expect.stringMatching(/prove/)]);
});
