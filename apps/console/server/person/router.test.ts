import { auditLog, conversation } from "@botdeck/db";
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

  expect((await query("person.eraseDryRun", input, admin)).data).toMatchObject({ conversations: 1 });
  expect(await db.$count(conversation)).toBe(2);
  expect((await mutate("person.erase", input, admin)).data).toMatchObject({ conversations: 1 });

  expect((await db.select().from(conversation)).map(({ id }) => id)).toEqual([other.id]);
  const [act] = await db.select().from(auditLog);
  expect(act).toMatchObject({ subjectId: `person:${ids.portalId}:7`, actorName: "Test admin" });
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
