import { randomBytes } from "node:crypto";

import { STAGES } from "@botdeck/bots/stages";
import { newId } from "@botdeck/core/ids";
import {
  addMessages,
  connect,
  conversation,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  factsOfVisit,
  recordedTalks,
  recordOutcomes,
} from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import type { Stage } from "@botdeck/testing/stage";
import { createTalk, type Turned } from "@botdeck/testing/talk";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { Fixture } from "./fixture.ts";
import { replay } from "./replay.ts";
import { toFixtures } from "./to-fixtures.ts";

const AT = "2026-11-21T09:00:00Z";
const PHONE = "+79161234567";

let database: TestDatabase;
let handle: DatabaseHandle;
let ids: { portalId: string; botId: string };
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
  const portals = createPortals(handle.db, createSecretBox(randomBytes(32).toString("base64")));
  const portal = await portals.keepWebhook({ domain: "portal.example", url: "https://portal.example/rest/1/code/" });
  const bot = { portalId: portal.id, code: "store", name: "The bot", eventMode: "fetch", newBotToken: null } as const;
  ids = { portalId: portal.id, botId: (await portals.ensureBot(bot)).id };
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

function stageOf(code: string): Stage {
  const stage = STAGES[code];
  if (stage === undefined) throw new Error(`no stage ${code}`);
  return stage;
}

/** A conversation as the worker would have kept it: the same bot, in a shop that the export does not know. */
async function keepTalk(personName: string, given: object, said: readonly string[]): Promise<string> {
  const stage = stageOf("store");
  const services = stage.servicesOf(stage.given.parse(given));
  const talk = createTalk(stage.bot, { services, at: AT, ...(stage.flows && { flows: stage.flows }) });
  const id = newId();
  const { db } = handle;
  const person = { personId: "5", personName, language: "en", title: "Open line" };
  await db.insert(conversation).values({ ...ids, ...person, id, dialogId: id, dialogType: "open_line" });
  const visitId = newId();
  for (const [index, text] of said.entries()) {
    const turned = await talk.write(text);
    const understood = turned[0]?.decision?.understood ?? null;
    const occurredAt = new Date(Date.parse(AT) + index * 20_000);
    await addMessages(db, id, [
      { author: "client", authorId: "5", authorName: personName, text, understood, occurredAt, sourceKey: newId() },
      ...turned.flatMap((each) => botMessages(each)),
    ]);
    const outcomes = turned.flatMap(({ decision }) => decision?.outcomes ?? []);
    await db.transaction((tx) =>
      recordOutcomes(
        tx,
        outcomes.map(({ visit, outcome, cause, handedTo }) => ({
          ...factsOfVisit(id, { ...visit, id: visitId }),
          kind: outcome,
          cause,
          handedTo,
          decidedAt: occurredAt,
        })),
      ),
    );
  }
  await db.update(conversation).set({ state: talk.state }).where(eq(conversation.id, id));
  return id;
}

const botMessages = ({ effects }: Turned) =>
  effects.flatMap((effect) => {
    if (effect.kind !== "chat.send") return [];
    const author = effect.forOperators === true ? ("system" as const) : ("bot" as const);
    return [{ author, authorName: "The bot", text: effect.text, buttons: effect.buttons ?? null, sourceKey: newId() }];
  });

const exported = async (conversationId: string): Promise<Fixture[]> => {
  const fixtures = await toFixtures(await recordedTalks(handle.db, { conversationId }), STAGES);
  // As a file brings them back.
  return fixtures.map((fixture) => Fixture.parse(JSON.parse(JSON.stringify(fixture))));
};

const order = { number: "A-1042", status: "shipped", phone: PHONE, customer: "Ludmila Karenina" };

test("an exported conversation comes to the same when it is played again, with nothing of the client in the file", async () => {
  const id = await keepTalk("Ludmila Karenina", { orders: [order] }, [
    "hi, I am Ludmila Karenina, where is my order?",
    "it is A-1042",
    "8 916 123-45-67",
    "thank you",
    "5",
  ]);
  const fixtures = await exported(id);
  expect(fixtures).toMatchObject([{ isReproduced: true, recorded: [{ outcome: "answered", dialog: "orderStatus" }] }]);
  const file = JSON.stringify(fixtures);
  for (const own of ["Ludmila", "Karenina", "1042", "9161234567", "123-45-67"]) expect(file).not.toContain(own);
  expect(await replay(fixtures, STAGES)).toMatchObject([{ changes: [] }]);
});

test("a dialog that is changed shows in the conversations that come to something else, and in no others", async () => {
  const unclear = await keepTalk("One", { orders: [order] }, ["where is my order?", "hmm let me think", "A-1042"]);
  const plain = await keepTalk("Two", { orders: [order] }, ["where is my order A-1042", "8 916 123 45 67"]);
  const fixtures = [...(await exported(unclear)), ...(await exported(plain))];
  expect(fixtures.map(({ isReproduced }) => isReproduced)).toEqual([true, true]);

  const stage = stageOf("store");
  const dialogs = stage.bot.dialogs?.map((dialog) =>
    dialog.name === "orderStatus" ? { ...dialog, mostMisses: 1 } : dialog,
  );
  const changed = { store: { ...stage, bot: { ...stage.bot, ...(dialogs && { dialogs }) } } };
  const [first, second] = await replay(fixtures, changed);
  expect(first?.changes).toMatchObject([
    { visit: 0, before: { outcome: "unanswered" }, after: { outcome: "handed_over", cause: "misses" } },
  ]);
  expect(second?.changes).toEqual([]);

  // Against what the changed version came to, the present one is the one that differs.
  const earlier = new Map((await replay(fixtures, changed)).map(({ id, visits }) => [id, visits] as const));
  expect((await replay(fixtures, changed, earlier)).every(({ changes }) => changes.length === 0)).toBe(true);
  expect((await replay(fixtures, STAGES, earlier)).map(({ changes }) => changes.length)).toEqual([1, 0]);
});

test("what a client told operators is none of the bot's, and it goes on where they gave the conversation back", async () => {
  const id = await keepTalk("Three", {}, ["call a person please"]);
  const operator = { author: "operator" as const, authorName: "Ignatius", understood: null };
  const client = { author: "client" as const, authorName: "Three", understood: null };
  await addMessages(handle.db, id, [
    { ...operator, text: "Ignatius here, what is it?", sourceKey: newId() },
    { ...client, text: "a secret of mine", sourceKey: newId() },
  ]);
  const [fixture] = await exported(id);
  expect(fixture).toMatchObject({ isReproduced: true, before: [{ outcome: "handed_over", cause: "operator_asked" }] });
  expect(JSON.stringify(fixture)).not.toMatch(/Ignatius|secret/);
});
