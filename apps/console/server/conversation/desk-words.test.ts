import { newId } from "@botdeck/core/ids";
import { auditLog, conversationNote, message, trainingExample } from "@botdeck/db";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";

import type { Role } from "../roles.ts";
import { setupDesk } from "../test-desk.ts";

test("a reply that is sent again, because its answer was lost, is said once", async () => {
  const { act, effects, messages } = await setupDesk();
  await act("takeOver", {});
  const said = { text: "Hello", replyId: newId() };
  await act("reply", said);
  await act("reply", said);
  expect(await effects()).toHaveLength(1);
  expect(await messages()).toMatchObject([{ author: "operator", authorName: "Test operator", text: "Hello" }]);
});

test("each act is written down with what was before and after, and none of anybody's words", async () => {
  const { act, db, id } = await setupDesk();
  await act("takeOver", {});
  await act("reply", { text: "secret words", replyId: newId() });
  await act("setTopic", { topic: "return" });
  await act("addNote", { noteId: newId(), text: "secret note" });
  await act("close", { reason: "done" });
  const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(asc(auditLog.id));
  expect(acts.map(({ action }) => action)).toEqual(
    ["takeOver", "reply", "setTopic", "addNote", "close"].map((verb) => `conversation.${verb}`),
  );
  expect(acts.at(0)?.detail).toEqual({ before: "bot", after: expect.stringMatching(/^operator:desk:/) });
  expect(acts.at(-1)?.detail).toMatchObject({ after: "closed", reason: "done" });
  expect(JSON.stringify(acts)).not.toMatch(/secret/);
});

test("a note is among colleagues: it is no message, and no effect carries it", async () => {
  const { act, db, id, query, cookieOf, effects, messages } = await setupDesk();
  const noteId = newId();
  await act("addNote", { noteId, text: "Call +7 900 123-45-67 first" });
  await act("addNote", { noteId, text: "Call +7 900 123-45-67 first" });
  expect(await db.select().from(conversationNote)).toHaveLength(1);
  expect([...(await effects()), ...(await messages())]).toEqual([]);
  const read = async (role: Role) => (await query("conversation.notes", { id }, await cookieOf(role))).data;
  expect(await read("operator")).toMatchObject([{ isMine: true, text: "Call +7 900 123-45-67 first" }]);
  expect(JSON.stringify(await read("viewer"))).not.toMatch(/123-45/);
});

test("a corrected intent becomes an example without what tells who said it; the latest correction counts", async () => {
  const { act, db, id, query, cookieOf } = await setupDesk();
  const [said] = await db
    .insert(message)
    .values({
      conversationId: id,
      author: "client",
      authorId: "7",
      authorName: "Anna Field",
      text: "Anna here, where is my parcel, call +7 900 123-45-67 or anna@field.example",
      understood: { intents: [{ intent: "purchase", confidence: 0.41 }] },
    })
    .returning();
  const messageId = said?.id ?? "";
  expect((await act("correctIntent", { messageId, intent: "noSuchThing" })).error?.data.code).toBe("BAD_REQUEST");
  await act("correctIntent", { messageId, intent: "operator" });
  await act("correctIntent", { messageId, intent: "orderStatus" });

  const examples = await db.select().from(trainingExample);
  expect(examples).toMatchObject([
    { reason: "corrected", state: "assigned", intent: "orderStatus", guessedIntent: "purchase", botCode: "store" },
  ]);
  expect(examples[0]?.text).toMatch(/where is my parcel/);
  expect(examples[0]?.text).not.toMatch(/Anna|123|field/i);
  const { data } = await query("conversation.messages", { conversationId: id }, await cookieOf("operator"));
  expect(data).toMatchObject({ rows: [{ correctedTo: "orderStatus" }] });
});

test("an employee in a private dialog with a bot is answered by the bot, and given to nobody", async () => {
  const { act, desk, effects } = await setupDesk({ dialogType: "private", dialogId: "7", chatId: null });
  await act("takeOver", {});
  await act("reply", { text: "Hello", replyId: newId() });
  expect((await effects()).map(({ body }) => body)).toMatchObject([{ kind: "chat.send", dialogId: "7", byDesk: true }]);
  expect(await desk()).toMatchObject({ may: { passOn: false, giveBack: true }, portalChatUrl: null });
  expect((await act("passOn", { to: { kind: "queue" } })).error?.data.code).toBe("BAD_REQUEST");
});

test("a group, which is nobody's, is not taken over", async () => {
  const { act, desk } = await setupDesk({ dialogType: "group" });
  expect((await act("takeOver", {})).error?.data.code).toBe("BAD_REQUEST");
  expect(await desk()).toMatchObject({ may: { takeOver: false } });
});

test("a state that this release cannot read keeps nobody from a client", async () => {
  const { act, row } = await setupDesk({ state: { dialogs: "none" } });
  await act("takeOver", {});
  expect((await row()).owner).toMatch(/^operator:/);
});
