import { deskOwner } from "@botdeck/core";
import { authUser, conversation, portal, portalLogin } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot, addConversation } from "../test-conversations.ts";

const MINUTE_MS = 60_000;

test("a list is narrowed by bot, line, topic and the client's names, each by itself and together", async () => {
  const { list, db, ids } = await setup();
  const other = await addBot(db, "other.example");
  const anna = await addConversation(db, ids, { personName: "Anna Field", lineId: "1", topic: "return" });
  const boris = await addConversation(db, ids, { personName: "Борис Анненков", lineId: "2", topic: "return" });
  const third = await addConversation(db, other, { personName: "Joanna", lineId: "1", topic: "delivery" });

  expect(await list({ botId: ids.botId })).toEqual(sorted(anna.id, boris.id));
  expect(await list({ portalId: ids.portalId, lineId: "1" })).toEqual([anna.id]);
  expect(await list({ topic: "return" })).toEqual(sorted(anna.id, boris.id));
  expect(await list({ person: "анн бор" })).toEqual([boris.id]);
  // The beginning of a name, not its middle.
  expect(await list({ person: "ann" })).toEqual([anna.id]);
  expect(await list({ person: "jo", topic: "delivery" })).toEqual([third.id]);
  expect(await list({ person: "ann & !(", topic: "delivery" })).toEqual([]);
});

test("whoever waits comes in the order of waiting, page by page, and late is who waits longer than the portal allows", async () => {
  const { read, list, db, ids } = await setup();
  const since = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
  const waiting = [];
  for (let minutes = 60; minutes > 0; minutes -= 1) {
    const made = await addConversation(db, ids, { owner: "queue:1", waitingSince: since(minutes) });
    waiting.push(made.id);
  }
  await addConversation(db, ids);

  const first = await read({ queue: "queue", order: "waiting" });
  const second = await read({ queue: "queue", order: "waiting", cursor: first.nextCursor });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(waiting);
  expect(second.nextCursor).toBeNull();

  // Five minutes, where a portal says nothing.
  expect((await list({ isLate: true, order: "waiting" })).length).toBe(50);
  await db.update(portal).set({ desk: { sla: { warnSeconds: 60, breachSeconds: 3_500 } } });
  expect(await list({ isLate: true })).toEqual(sorted(waiting[0] ?? "", waiting[1] ?? ""));
  expect((await read({ isLate: true })).rows[0]?.sla).toEqual({ warnSeconds: 60, breachSeconds: 3_500 });
});

test("mine is what I lead, by my name in the console or on the portal, and nobody else's", async () => {
  const { list, db, ids } = await setup();
  const other = await addBot(db, "other.example");
  const [me] = await db.select().from(authUser).where(eq(authUser.email, "operator@console.test"));
  if (me === undefined) throw new TypeError("nobody signed in");
  await db.insert(portalLogin).values({ userId: me.id, portalId: ids.portalId, personId: "12", personName: "Nina" });
  const taken = await addConversation(db, ids, { owner: deskOwner(me.id) });
  const onPortal = await addConversation(db, ids, { owner: "operator:12" });
  await addConversation(db, other, { owner: "operator:12" });
  await addConversation(db, ids, { owner: "operator:13" });

  expect(await list({ isMine: true })).toEqual(sorted(taken.id, onPortal.id));
});

test("who sees no names cannot find out any by searching", async () => {
  const { query, cookieOf } = await setup();
  const asked = { queue: "all", portalId: null, person: "anna" };
  const refused = await query("conversation.list", asked, await cookieOf("viewer"));
  expect(refused.error?.data.code).toBe("FORBIDDEN");
});

test("what to choose from is what there is: bots, lines and topics, each once", async () => {
  const { query, cookieOf, db, ids } = await setup();
  const other = await addBot(db, "other.example", "hr");
  for (const lineId of ["1", "2", "1"]) await addConversation(db, ids, { lineId, topic: "return" });
  await addConversation(db, other, { lineId: "1", topic: "delivery" });
  await addConversation(db, other);

  const { data } = await query("conversation.choices", undefined, await cookieOf("viewer"));

  expect(data).toMatchObject({ bots: [{}, {}], topics: ["delivery", "return"] });
  const { lines } = data as { lines: { portalId: string; lineId: string }[] };
  expect(lines.map(({ portalId, lineId }) => `${portalId} ${lineId}`).toSorted()).toEqual(
    sorted(`${ids.portalId} 1`, `${ids.portalId} 2`, `${other.portalId} 1`),
  );
});

const sorted = (...ids: string[]) => ids.toSorted();

type Page = { rows: (typeof conversation.$inferSelect & { sla: unknown })[]; nextCursor: unknown };

async function setup() {
  const { database, cookieOf, query } = await setupConsole();
  const ids = await addBot(database.db);
  const cookie = await cookieOf("operator");
  const read = async (asked: object) => {
    const { data, error } = await query("conversation.list", { queue: "all", portalId: null, ...asked }, cookie);
    expect(error).toBeUndefined();
    return data as Page;
  };
  const list = async (asked: object) => (await read(asked)).rows.map(({ id }) => id).toSorted();
  return { db: database.db, ids, query, cookieOf, read, list };
}
