import type { Effect } from "@botdeck/core";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { auditLog, conversation, inboxEvent, letterEdit, message, outboxEffect } from "../../schema/index.ts";
import { createDesk, LEAD } from "../../testing/desk.ts";
import { runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { editsOfLetter } from "./letter-edits.ts";
import { planReplay } from "./plan-replay.ts";
import { type EditedReplay, replayEditedLetter } from "./replay-edited-letter.ts";
import { replayLetters } from "./replay-letters.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const WORDS: Effect = { kind: "chat.send", dialogId: "chat1", text: "too long" };
const SHORTER: Effect = { ...WORDS, text: "shorter" };

async function asked(id: string, change: Partial<EditedReplay> = {}): Promise<EditedReplay> {
  const [plan] = await planReplay(world.db, [id]);
  const letter = { id, seen: plan?.seen ?? "", acceptsTwice: false };
  const changes = { before: { text: "…" }, after: { text: "…" } };
  return { letter, before: WORDS, after: SHORTER, reason: "shortened", changes, actor: LEAD, ...change };
}
const effectOf = async (id: string) =>
  (await world.db.select().from(outboxEffect).where(eq(outboxEffect.id, id)))[0] as typeof outboxEffect.$inferSelect; // safe: made here

test("an edited letter runs under the key it had, and what stood there before is kept with who changed it and the transcript says the new words", async () => {
  const desk = await createDesk(world);
  const talk = await desk.addConversation();
  const id = await desk.deadEffect({ effect: WORDS, conversationId: talk.id });
  const { key } = await effectOf(id);
  const said = { conversationId: talk.id, author: "bot" as const, authorName: "The bot", text: "too long" };
  await world.db.insert(message).values({ ...said, sourceKey: key });
  await world.db.update(conversation).set({ lastMessageText: "too long" }).where(eq(conversation.id, talk.id));

  expect(await replayEditedLetter(world.db, await asked(id))).toBeNull();

  expect(await effectOf(id)).toMatchObject({ key, status: "ready", attempt: 1, body: SHORTER });
  expect(await editsOfLetter(world.db, id)).toMatchObject([
    { before: WORDS, after: SHORTER, attempt: 1, actorName: LEAD.name, reason: "shortened" },
  ]);
  const acts = await world.db.select().from(auditLog).where(eq(auditLog.subjectId, id));
  expect(acts).toMatchObject([
    { action: "deadLetter.replayEdited", detail: { reason: "shortened", kind: "chat.send" } },
  ]);
  expect(await world.db.select().from(message).where(eq(message.sourceKey, key))).toMatchObject([{ text: "shorter" }]);
  const [listed] = await world.db.select().from(conversation).where(eq(conversation.id, talk.id));
  expect(listed?.lastMessageText).toBe("shorter");
});

test("a letter that was edited twice tells what it was each time", async () => {
  const desk = await createDesk(world);
  const id = await desk.deadEffect({ effect: WORDS });
  await replayEditedLetter(world.db, await asked(id));
  const died = { status: "dead" as const, attempt: 2, settledAt: new Date() };
  await world.db.update(outboxEffect).set(died).where(eq(outboxEffect.id, id));
  const last: Effect = { ...WORDS, text: "last" };
  // It died without a word, so it may have been done.
  const letter = { ...(await asked(id)).letter, acceptsTwice: true };
  expect(await replayEditedLetter(world.db, await asked(id, { letter, before: SHORTER, after: last }))).toBeNull();

  expect(await editsOfLetter(world.db, id)).toMatchObject([
    { before: WORDS, after: SHORTER, attempt: 1 },
    { before: SHORTER, after: last, attempt: 2 },
  ]);
});

test("an edit of what somebody else changed, or let run, meanwhile is refused and changes nothing", async () => {
  const desk = await createDesk(world);
  const [changed, replayed] = [await desk.deadEffect({ effect: WORDS }), await desk.deadEffect({ effect: WORDS })];
  const other = await asked(replayed);
  expect(await replayEditedLetter(world.db, await asked(changed, { before: SHORTER }))).toMatchObject({
    why: "changed",
  });
  await replayLetters(world.db, { letters: [other.letter], actor: LEAD });
  expect(await replayEditedLetter(world.db, other)).toMatchObject({ why: "changed", code: "conflict" });

  for (const id of [changed, replayed]) {
    expect((await effectOf(id)).body).toEqual(WORDS);
    expect(await editsOfLetter(world.db, id)).toEqual([]);
  }
});

test("of several who edit one letter at once, one does", async () => {
  const desk = await createDesk(world);
  const id = await desk.deadEffect({ effect: WORDS });
  const edits = await Promise.all(
    ["a", "b", "c", "d"].map((text) => asked(id, { after: { ...WORDS, text } as Effect })), // safe: as WORDS is
  );
  const refused = await Promise.all(edits.map((edit) => replayEditedLetter(world.db, edit)));
  expect(refused.filter((one) => one === null)).toHaveLength(1);
  expect(await editsOfLetter(world.db, id)).toHaveLength(1);
});

test("what may have been done is done again in other words only when that was accepted", async () => {
  const desk = await createDesk(world);
  const id = await desk.deadEffect({ effect: WORDS, outcomes: ["uncertain", "dead"] });
  const edit = await asked(id);
  expect(await replayEditedLetter(world.db, edit)).toMatchObject({ why: "may_happen_twice" });
  expect(await effectOf(id)).toMatchObject({ status: "dead", body: WORDS });
  expect(await replayEditedLetter(world.db, { ...edit, letter: { ...edit.letter, acceptsTwice: true } })).toBeNull();
});

test("what stood in an event before goes when its payload goes by its age, and not before", async () => {
  const desk = await createDesk(world);
  const id = await desk.deadEvent();
  const [row] = await world.db.select().from(inboxEvent).where(eq(inboxEvent.id, id));
  if (row?.body?.kind !== "message.added") throw new Error("a message was put there");
  const after = { ...row.body, message: { ...row.body.message, text: "other words" } };
  expect(await replayEditedLetter(world.db, await asked(id, { before: row.body, after }))).toBeNull();

  await runRetention(world);
  expect(await editsOfLetter(world.db, id)).toMatchObject([{ before: row.body, after, attempt: 5 }]);
  await world.db.update(inboxEvent).set({ body: null }).where(eq(inboxEvent.id, id));
  await runRetention(world);
  expect(await world.db.$count(letterEdit, eq(letterEdit.letterId, id))).toBe(0);
});
