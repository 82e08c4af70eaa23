import { auditLog, authUser, conversation, portalLogin } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

test("an admin sees how much there is of a person, and erases it; the act names the id and nobody", async () => {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  await addConversation(db, ids, { personId: "7", personName: "Anna Field" });
  const other = await addConversation(db, ids, { personId: "8", personName: "Somebody Else" });
  const input = { portalId: ids.portalId, portalUserId: "7" };
  const admin = await cookieOf("admin");

  expect((await query("person.eraseDryRun", input, admin)).data).toMatchObject({ counts: { conversations: 1 } });
  expect(await db.$count(conversation)).toBe(2);
  expect((await mutate("person.erase", { ...input, reason: "Asked by letter" }, admin)).data).toMatchObject({
    conversations: 1,
  });

  expect((await db.select().from(conversation)).map(({ id }) => id)).toEqual([other.id]);
  const [act] = await db.select().from(auditLog).where(eq(auditLog.action, "person.erase"));
  expect(act).toMatchObject({
    subjectId: `person:${ids.portalId}:7`,
    actorName: "Test admin",
    detail: { reason: "Asked by letter" },
  });
  expect(JSON.stringify(act)).not.toContain("Anna");
});

test("a lead erases nobody", async () => {
  const { cookieOf, database, mutate } = await setupConsole();
  const ids = await addBot(database.db);
  await addConversation(database.db, ids, { personId: "7" });
  const input = { portalId: ids.portalId, portalUserId: "7" };
  expect((await mutate("person.erase", input, await cookieOf("lead"))).error?.data.code).toBe("FORBIDDEN");
  expect(await database.db.$count(conversation)).toBe(1);
});

test("a person is found by the beginning of a name on one portal, and called by it", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const ids = await addBot(database.db);
  await addConversation(database.db, ids, { personId: "7", personName: "Anna Field" });
  await addConversation(database.db, ids, { personId: "8", personName: "Somebody Else" });
  const other = await addBot(database.db, "other.example");
  await addConversation(database.db, other, { personId: "9", personName: "Anna Elsewhere" });
  const admin = await cookieOf("admin");
  const find = async (words: string) => (await query("person.find", { portalId: ids.portalId, words }, admin)).data;
  expect(await find("fie")).toEqual([{ personId: "7", name: "Anna Field" }]);
  expect(await find("& | !")).toEqual([]);
  const dryRun = await query("person.eraseDryRun", { portalId: ids.portalId, portalUserId: "7" }, admin);
  expect(dryRun.data).toMatchObject({ name: "Anna Field", counts: { conversations: 1 } });
});

test("with somebody's data goes that they are somebody of the console; their log-in stays", async () => {
  const { cookieOf, database, mutate } = await setupConsole();
  const { db } = database;
  const { portalId } = await addBot(db);
  const admin = await cookieOf("admin");
  const [user] = await db.select().from(authUser);
  await db.insert(portalLogin).values({ userId: user?.id ?? "", portalId, personId: "7", personName: "Anna" });
  const erased = await mutate("person.erase", { portalId, portalUserId: "7", reason: "asked" }, admin);
  expect(erased.data).toMatchObject({ logins: 1 });
  expect([await db.$count(portalLogin), await db.$count(authUser)]).toEqual([0, 1]);
});
