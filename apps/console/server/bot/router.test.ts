import { auditLog, createTextOverrides, textOverride } from "@botdeck/db";
import { storeTexts } from "@botdeck/bots";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

type Texts = {
  groups: { name: string; texts: { key: string; own: { en: string }; words: { en: string | null } }[] }[];
};

test("every text of the bot comes once, in a group, with the portal's own words beside the bot's", async () => {
  const { query, viewer, db, ids } = await setup();
  const { portalId } = ids;
  await createTextOverrides(db).put({
    portalId,
    botCode: "store",
    language: "en",
    key: "goodbye",
    text: "Bye!",
    updatedBy: "somebody",
  });

  const { groups } = (await query("bot.texts", { botId: ids.botId }, viewer)).data as Texts;

  const texts = groups.flatMap((group) => group.texts);
  expect(texts.map(({ key }) => key).toSorted()).toEqual(Object.keys(storeTexts.en).toSorted());
  expect(texts.filter(({ words }) => words.en !== null)).toMatchObject([
    { key: "goodbye", own: { en: storeTexts.en.goodbye }, words: { en: "Bye!" } },
  ]);
});

test("a lead says a text in the portal's own words and takes them back; both stand in the audit log", async () => {
  const { change, query, lead, admin, db, ids } = await setup();
  const overrides = () => createTextOverrides(db).ofBot(ids.portalId, "store");

  expect((await change({ text: "Bye!" }, lead)).data).toEqual({ kind: "saved" });
  expect(await overrides()).toEqual({ en: { goodbye: "Bye!" } });
  await change({ text: null, before: "Bye!" }, lead);
  expect(await overrides()).toEqual({});

  const { data } = await query("audit.list", { subjectId: ids.botId }, admin);
  expect(data).toMatchObject({
    rows: [
      { action: "botText.reset", actorName: "Test lead", detail: { key: "goodbye", before: "Bye!", after: null } },
      { action: "botText.change", detail: { language: "en", before: null, after: "Bye!" } },
    ],
  });
});

test("the bot's own words, written out, are no change", async () => {
  const { change, lead, db } = await setup();
  expect((await change({ text: storeTexts.en.goodbye }, lead)).data).toEqual({ kind: "saved" });
  expect([await db.$count(textOverride), await db.$count(auditLog, eq(auditLog.action, "bot.putText"))]).toEqual([
    0, 0,
  ]);
});

test("a message that cannot be read, or has other values, is refused with the place and changes nothing", async () => {
  const { change, lead, db } = await setup();
  const refusals = await Promise.all(
    ["I do not see {number", "I do not see {order}", "Never heard of it"].map(
      async (text) => (await change({ key: "orderUnknown", text }, lead)).data,
    ),
  );
  expect(refusals).toEqual([
    { kind: "refused", problem: { kind: "unreadable", at: 13, reason: "EXPECT_ARGUMENT_CLOSING_BRACE" } },
    { kind: "refused", problem: { kind: "unknown_value", at: 13, name: "order" } },
    { kind: "refused", problem: { kind: "missing_value", name: "number" } },
  ]);
  expect([await db.$count(textOverride), await db.$count(auditLog, eq(auditLog.action, "bot.putText"))]).toEqual([
    0, 0,
  ]);
});

test("who did not see another's change does not undo it", async () => {
  const { change, lead, db, ids } = await setup();
  await change({ text: "Bye!" }, lead);
  expect((await change({ text: "See you!" }, lead)).error?.data.code).toBe("CONFLICT");
  expect(await createTextOverrides(db).ofBot(ids.portalId, "store")).toEqual({ en: { goodbye: "Bye!" } });
});

test("below a lead nobody changes a text, and nobody changes one that is not there", async () => {
  const { change, cookieOf, viewer, lead, db } = await setup();
  for (const cookie of [viewer, await cookieOf("operator")]) {
    expect((await change({ text: "Bye!" }, cookie)).error?.data.code).toBe("FORBIDDEN");
  }
  for (const key of ["nothing", "__proto__", "constructor"]) {
    expect((await change({ key, text: "Bye!" }, lead)).error?.data.code).toBe("NOT_FOUND");
  }
  expect(await db.$count(textOverride)).toBe(0);
});

test("a bot that the console has no definition of is told apart, with no texts and no dialogs", async () => {
  const { query, viewer, db } = await setup();
  const { botId } = await addBot(db, "other.example", "own.bot");
  expect((await query("bot.texts", { botId }, viewer)).data).toMatchObject({ bot: { isKnown: false }, groups: [] });
  expect((await query("bot.dialogs", { botId }, viewer)).data).toMatchObject({ bot: { isKnown: false }, dialogs: [] });
});

test("the pictures of a bot's dialogs come with its questions, also of those that workflows lead", async () => {
  const { query, viewer, ids } = await setup();
  const { data } = await query("bot.dialogs", { botId: ids.botId }, viewer);
  const { dialogs } = data as {
    dialogs: { graph: { name: string; nodes: { text?: string }[] }; texts: { ru: object } }[];
  };
  expect(dialogs.map(({ graph }) => graph.name)).toEqual(
    expect.arrayContaining(["orderStatus", "availability", "productReturn", "returnSettlement"]),
  );
  for (const { graph, texts } of dialogs) {
    const asked = graph.nodes.flatMap(({ text }) => text ?? []);
    expect(Object.keys(texts.ru).toSorted()).toEqual([...new Set(asked)].toSorted());
  }
});

async function setup() {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const ids = await addBot(database.db);
  const change = (what: object, cookie: string) =>
    mutate("bot.putText", { botId: ids.botId, language: "en", key: "goodbye", before: null, ...what }, cookie);
  return {
    cookieOf,
    query,
    change,
    db: database.db,
    ids,
    viewer: await cookieOf("viewer"),
    lead: await cookieOf("lead"),
    admin: await cookieOf("admin"),
  };
}
