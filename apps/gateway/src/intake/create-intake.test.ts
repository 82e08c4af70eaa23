import { randomBytes } from "node:crypto";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { v2Message } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

const URL = "/bitrix/events";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.newBot(await world.newPortal("mine"), "456");
  // Once known, a sender needs no query.
  await world.post(URL, v2Message("mine", { messageId: "first" }));
});
afterEach(() => world.close());

const until = (check: () => unknown) => expect.poll(check, { timeout: 15_000, interval: 20 }).toBeTruthy();
const messageIds = async () =>
  (await world.events()).map(({ body }) => (body?.kind === "message.added" ? body.message.id : body?.kind));
const health = async () => (await world.app.inject("/health")).json<Record<string, unknown>>();
const statuses = (answers: readonly { statusCode: number }[]) => [
  ...new Set(answers.map(({ statusCode }) => statusCode)),
];

/** So long a name does not fit into the index of lanes, and nothing compresses it. */
const unindexable = () => randomBytes(4_000).toString("base64url");

test("of 40 events that come at once one is refused by the inbox, becomes a dead letter, and the others are kept", async () => {
  const bodies = Array.from({ length: 40 }, (_, index) => v2Message("mine", { messageId: `m${index}` }));
  bodies[17] = v2Message("mine", { messageId: "m17", dialogId: unindexable() });

  const answers = await Promise.all(bodies.map((body) => world.post(URL, body)));

  expect(statuses(answers)).toEqual([200]);
  const kept = await messageIds();
  expect(kept).toHaveLength(41);
  expect(kept.filter((id) => id === "event.unreadable")).toHaveLength(1);
  expect(kept).not.toContain("m17");
});

test("events of a dialog are in the inbox in the order in which they came, however many come at once", async () => {
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  const bodyOf = (number: number) => v2Message("mine", { messageId: String(number), dialogId: `chat${number % 8}` });
  const answers = await Promise.all(numbers.map((number) => world.post(URL, bodyOf(number))));

  expect(statuses(answers)).toEqual([200]);
  const kept = (await messageIds()).slice(1).map(Number);
  for (let dialog = 0; dialog < 8; dialog++) {
    const inDialog = kept.filter((number) => number % 8 === dialog);
    expect(inDialog).toEqual(inDialog.toSorted((one, other) => one - other));
  }
});

test("two gateways that get the same events fifty times keep each once", async () => {
  const { server: other } = await world.addGateway();
  const posts = Array.from({ length: 50 }, (_, index) =>
    ["a", "b", "c"].map((id) =>
      world.post(URL, v2Message("mine", { messageId: id }), index % 2 === 0 ? world.app : other),
    ),
  );
  expect(statuses(await Promise.all(posts.flat()))).toEqual([200]);
  const kept = await messageIds();
  expect([kept.length, new Set(kept)]).toEqual([4, new Set(["a", "b", "c", "first"])]);
});

describe("while the database is away", () => {
  test("events are answered 200, and are in the inbox once and in order when it is back, also those that came meanwhile", async () => {
    const sent = ["first"];
    const postNext = () => {
      const messageId = `m${sent.length}`;
      sent.push(messageId);
      return world.post(URL, v2Message("mine", { messageId }));
    };
    world.loseDatabase();
    const answers = await Promise.all(Array.from({ length: 600 }, postNext));
    expect(await health()).toMatchObject({ ok: true, database: false, spool: { records: 600, isFull: false } });

    world.returnDatabase();
    // Some while the spool is emptied, and some after it.
    for (let afterwards = 0; afterwards < 5;) {
      answers.push(await postNext());
      const { database, spool } = await health();
      if (database === true && (spool as { records: number }).records === 0) afterwards += 1;
    }
    expect(statuses(answers)).toEqual([200]);
    expect(await messageIds()).toEqual(sent);
    expect(await health()).toMatchObject({ ok: true, database: true, refused: 0 });
  });

  test("an event is spooled no later than the commit deadline, also when the database only falls silent", async () => {
    world.proxy.set("mute");
    const startedAt = performance.now();
    const answer = await world.post(URL, v2Message("mine", { messageId: "silent" }));
    expect(answer.statusCode).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    world.returnDatabase();
    await until(async () => (await messageIds()).includes("silent"));
    expect(await messageIds()).toEqual(["first", "silent"]);
  });

  test("what a gateway has spooled is taken up by the next one", async () => {
    world.loseDatabase();
    expect((await world.post(URL, v2Message("mine", { messageId: "left" }))).statusCode).toBe(200);
    world.returnDatabase();
    await world.gateway.stop(0);
    await world.addGateway();
    await until(async () => (await messageIds()).includes("left"));
  });

  test("a gateway that starts knows its senders from the snapshot, and a truly unknown portal is asked to come again", async () => {
    world.loseDatabase();
    const { server } = await world.addGateway();

    expect((await world.post(URL, v2Message("mine", { messageId: "later" }), server)).statusCode).toBe(200);
    const unknown = await world.post(URL, v2Message("nobody"), server);
    expect([unknown.statusCode, unknown.headers["retry-after"]]).toEqual([503, "5"]);
    const wrong = { ...v2Message("mine"), auth: { ...v2Message("mine").auth, application_token: "wrong" } };
    expect((await world.post(URL, wrong, server)).statusCode).toBe(503);

    world.returnDatabase();
    await until(async () => (await messageIds()).includes("later"));
  });

  test("an event for a bot that is not known here is set aside, and not dropped", async () => {
    world.loseDatabase();
    expect((await world.post(URL, v2Message("mine", { botId: "999" }))).statusCode).toBe(200);
    world.returnDatabase();
    await until(async () => (await messageIds()).includes("event.unreadable"));
  });

  test("a full spool refuses at once and says when to come again, and what was accepted is kept", async () => {
    const small = await world.addGateway({ spoolMaxBytes: 1_048_576, spoolFolder: `${world.folder}/small` });
    await world.post(URL, v2Message("mine", { messageId: "known" }), small.server);
    world.loseDatabase();
    const accepted: string[] = [];
    let refusal;
    for (let index = 0; refusal === undefined; index++) {
      const messageId = `m${index}`;
      const body = v2Message("mine", { messageId, text: "x".repeat(100_000) });
      const answer = await world.post(URL, body, small.server);
      if (answer.statusCode === 200) accepted.push(messageId);
      else refusal = answer;
    }
    expect([refusal.statusCode, refusal.headers["retry-after"]]).toEqual([503, "1"]);
    expect(accepted.length).toBeGreaterThan(5);
    const full = await small.server.inject("/health");
    expect([full.statusCode, full.json()]).toEqual([503, expect.objectContaining({ ok: false, refused: 1 })]);

    world.returnDatabase();
    await until(async () => (await messageIds()).length === accepted.length + 2);
    expect((await messageIds()).slice(2)).toEqual(accepted);
  });

  test("with no spool events are refused, and taken again when the database is back", async () => {
    const bare = await world.addGateway({ spoolFolder: "/dev/null/spool" });
    world.loseDatabase();
    expect((await world.post(URL, v2Message("mine", { messageId: "refused" }), bare.server)).statusCode).toBe(503);
    world.returnDatabase();
    await until(async () => (await bare.server.inject("/health")).statusCode === 200);
    expect((await world.post(URL, v2Message("mine", { messageId: "taken" }), bare.server)).statusCode).toBe(200);
  });
});

test("a spooled event that the inbox refuses becomes a dead letter and holds nobody up", async () => {
  world.loseDatabase();
  await world.post(URL, v2Message("mine", { messageId: "bad", dialogId: unindexable() }));
  await world.post(URL, v2Message("mine", { messageId: "good" }));
  world.returnDatabase();
  await until(async () => (await messageIds()).includes("good"));
  expect(await messageIds()).toEqual(["first", "event.unreadable", "good"]);
});

test("a gateway that stops keeps what it accepted, and one that is told so meanwhile answers 503 on /health only", async () => {
  const gateway = await world.addGateway();
  const stopped = gateway.stop(50);
  const [answer, state] = await Promise.all([
    world.post(URL, v2Message("mine", { messageId: "last" }), gateway.server),
    gateway.server.inject("/health"),
  ]);
  await stopped;
  expect([answer.statusCode, state.statusCode]).toEqual([200, 503]);
  expect(await messageIds()).toContain("last");
});
