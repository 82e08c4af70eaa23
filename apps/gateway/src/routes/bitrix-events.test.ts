import { sql } from "drizzle-orm";
import { inboxEvent } from "@botdeck/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { CANARY, POSTED_AT, v1Message, v2Message } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

const URL = "/bitrix/events";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const [mine, theirs] = [await world.newPortal("mine"), await world.newPortal("theirs")];
  for (const id of ["456", "567", "568"]) await world.newBot(mine, id);
  await world.newBot(theirs, "456");
});
beforeEach(async () => {
  await world.db.delete(inboxEvent);
  world.log.length = 0;
});
afterAll(() => world.close());

describe("an event of a connected portal", () => {
  test("is in the inbox when it is answered 200", async () => {
    const answer = await world.post(URL, v2Message("mine", { text: "Где мой заказ? 100% & more+" }));
    expect([answer.statusCode, answer.json()]).toEqual([200, { accepted: true }]);
    const [row] = await world.events();
    expect(row?.body).toMatchObject({ kind: "message.added", message: { text: "Где мой заказ? 100% & more+" } });
  });

  test("is kept once however often it is posted, also at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.post(URL, v2Message("mine"))));
    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 200));
    expect(await world.events()).toHaveLength(1);
  });

  test("is the same event as JSON", async () => {
    await world.post(URL, v2Message("mine"));
    const answer = await world.postText(URL, JSON.stringify(v2Message("mine")), "application/json; charset=utf-8");
    expect(answer.statusCode).toBe(200);
    expect(await world.events()).toHaveLength(1);
  });

  test("in v1 is kept for each bot it names", async () => {
    expect((await world.post(URL, v1Message("mine", ["567", "568"]))).statusCode).toBe(200);
    const rows = await world.events();
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => row.botId)).size).toBe(2);
  });

  test("goes to the bot of that portal, whose number another portal's bot has too", async () => {
    await world.post(URL, v2Message("mine"));
    await world.post(URL, v2Message("theirs"));
    const rows = await world.events();
    expect(new Set(rows.map((row) => row.portalId)).size).toBe(2);
    expect(new Set(rows.map((row) => row.botId)).size).toBe(2);
  });

  test("leaves no token in its row and none in the log", async () => {
    await world.post(URL, v2Message("mine"));
    await world.post(URL, v1Message("mine", ["567", "568"]));
    const rows = JSON.stringify(await world.events());
    expect(rows).not.toMatch(new RegExp(`${CANARY}|mine-application|_token`, "i"));
    expect(world.log.join("")).not.toMatch(new RegExp(`${CANARY}|mine-application`));
  });

  test.each([
    ["has a name that we do not know", { ...v2Message("mine"), event: "ONSOMETHINGNEW" }],
    ["is about the app itself", { ...v2Message("mine"), event: "ONAPPPAYMENT", data: { STATUS: "paid" } }],
    ["is for a bot that is not ours", v2Message("mine", { botId: "999" })],
  ])("that %s is accepted without a row", async (_, body) => {
    expect((await world.post(URL, body)).statusCode).toBe(200);
    expect(await world.events()).toEqual([]);
  });

  test("with letters that Postgres cannot hold is kept all the same", async () => {
    const answer = await world.post(URL, v2Message("mine", { text: "a\0b" }));
    expect(answer.statusCode).toBe(200);
    expect(await world.events()).toHaveLength(1);
  });
});

describe("who does not prove to be a connected portal gets 401, no row and no hint", () => {
  const { auth, ...bare } = v2Message("mine");
  const withToken = (application_token: unknown) => ({ ...bare, auth: { ...auth, application_token } });
  test.each<[string, Record<string, unknown>]>([
    ["a wrong token", withToken("wrong")],
    ["an empty token", withToken("")],
    ["a token that is a list", withToken(["mine-application"])],
    ["a token without its last letter", withToken("mine-applicatio")],
    ["no auth at all", bare],
    ["the token only inside the bot's own block", { ...bare, data: { bot: { id: 456, auth } } }],
    ["another portal's token", withToken("theirs-application")],
    ["another portal's name", { ...bare, auth: { ...auth, member_id: "theirs" } }],
    ["an unknown portal", { ...bare, auth: { ...auth, member_id: "nobody" } }],
    ["no portal", { ...bare, auth: { application_token: "mine-application" } }],
  ])("%s", async (_, body) => {
    const answer = await world.post(URL, body);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({
      error: "unauthorized",
      message: "The event does not prove that it comes from a connected portal",
      requestId: expect.any(String),
    });
    expect(await world.events()).toEqual([]);
    expect(world.log.join("")).not.toContain("-application");
  });
});

describe("what cannot be an event", () => {
  const form = "application/x-www-form-urlencoded";
  const deep = `a${"[a]".repeat(50)}=1`;
  const pairs = Array.from({ length: 6_000 }, (_, index) => `k${index}=1`).join("&");
  test.each<[string, number, string, string]>([
    ["an empty body", 400, "", form],
    ["a body without an event", 400, "a=1", form],
    ["a key that could reach a prototype", 400, "event=X&data[__proto__][x]=1", form],
    ["the same in JSON", 400, '{"event":"X","data":{"__proto__":{"x":1}}}', "application/json"],
    ["a constructor's prototype", 400, "constructor[prototype][x]=1", form],
    ["nesting without end", 400, deep, form],
    ["nesting without end in JSON", 400, `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, "application/json"],
    ["keys without number", 400, pairs, form],
    ["broken JSON", 400, "{", "application/json"],
    ["JSON that is no object", 400, '"text"', "application/json"],
    ["another type", 415, "<a/>", "text/xml"],
    ["more than a megabyte", 413, `event=${"x".repeat(1_100_000)}`, form],
  ])("%s is refused with %i", async (_, status, body, contentType) => {
    const answer = await world.postText(URL, body, contentType);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: "invalid", message: expect.any(String), requestId: expect.any(String) });
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(await world.events()).toEqual([]);
  });
});

describe("what a connected portal sends and nobody can read is set aside, since it never comes again", () => {
  const { data, ...rest } = v2Message("mine");
  const unreadable = { ...rest, data: { ...data, message: {} } };

  test("once, without any token, and with what is missing", async () => {
    const answers = [await world.post(URL, unreadable), await world.post(URL, unreadable)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const rows = await world.events();
    expect(rows.map(({ body }) => body)).toMatchObject([
      {
        kind: "event.unreadable",
        event: "ONIMBOTV2MESSAGEADD",
        problem: "The event has no message.id",
        data: { chat: { dialogId: "chat5" } },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${CANARY}|mine-application|_token`, "i"));
  });
});

test("a change on a connected portal is kept for its record, once", async () => {
  const change = { ...v2Message("mine"), event: "ONCRMDEALUPDATE", data: { FIELDS: { ID: 17 } } };
  expect((await world.post(URL, change)).statusCode).toBe(200);
  await world.post(URL, change);
  expect((await world.events()).map(({ body }) => body)).toMatchObject([
    { kind: "portal.changed", subject: "deal:17", change: { kind: "crm.changed", change: "updated" } },
  ]);
});

describe("an event that says it was sent days ago", () => {
  const sentDaysAgo = (days: number) => ({ ...v2Message("mine"), ts: POSTED_AT.getTime() / 1000 - days * 86_400 });

  test("is taken while a portal's queue may have held it", async () => {
    expect((await world.post(URL, sentDaysAgo(6))).statusCode).toBe(200);
    expect(await world.events()).toHaveLength(1);
  });

  test("is refused as a replay after a week, and the log says so", async () => {
    const answer = await world.post(URL, sentDaysAgo(8));
    expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining("replay")]);
    expect(await world.events()).toEqual([]);
    expect(world.log.join("")).toContain("a connected portal's post is refused for its age");
  });
});

test("an address that is not there says so in the same form", async () => {
  const answer = await world.app.inject({ method: "GET", url: "/bitrix/events/../../etc/passwd" });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toEqual({
    error: "not_found",
    message: "There is nothing at this address",
    requestId: expect.any(String),
  });
});

describe("what is our fault is not answered 200", () => {
  const NOT_KEPT = {
    error: expect.stringMatching(/^(?:unreachable|invariant)$/),
    message: "The event could not be kept. Please send it again.",
    requestId: expect.any(String),
  };

  test("an event whose portal's secret does not open, without telling why", async () => {
    await world.newPortal("broken");
    await world.db.execute(sql`update portal set application_token_sealed = 'v1.other.x' where member_id = 'broken'`);
    const answer = await world.post(URL, v2Message("broken"));
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual(NOT_KEPT);
  });

  test("an event of an unknown portal while the database cannot be asked", async () => {
    world.loseDatabase();
    const answer = await world.post(URL, v2Message("newcomer"));
    world.returnDatabase();
    expect([answer.statusCode, answer.headers["retry-after"], answer.json()]).toEqual([503, "5", NOT_KEPT]);
  });
});

test("a table that cannot be written sends events to the spool, and their texts to no log", async () => {
  await world.post(URL, v2Message("mine"));
  await world.db.execute(sql`alter table inbox_event rename to inbox_event_away`);
  const answer = await world.post(URL, v2Message("mine", { messageId: "refused" }));
  await world.db.execute(sql`alter table inbox_event_away rename to inbox_event`);

  expect(answer.statusCode).toBe(200);
  await expect.poll(() => world.events(), { timeout: 10_000 }).toHaveLength(2);
  expect(world.log.join("")).not.toContain("Hello");
});

test("two requests never have the same id", async () => {
  const ids = await Promise.all([1, 2].map(async () => (await world.post(URL, { a: 1 })).json().requestId));
  expect(new Set(ids).size).toBe(2);
});
