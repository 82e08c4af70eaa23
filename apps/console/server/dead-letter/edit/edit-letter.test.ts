import type { Effect } from "@botdeck/core";
import { auditLog, claimEffects, inboxEvent, outboxEffect } from "@botdeck/db";
import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupEdits } from "./test-edits.ts";

test("what an admin made of a letter is what goes out, under its key, with the secret that nobody was shown", async () => {
  const { open, check, replay, query, admin, db, addLetter } = await setupEdits();
  const id = await addLetter();
  const { payload, attempts } = await open(id);
  expect(payload).toMatchObject({ text: "hello 1", access_token: "***" });
  const text = JSON.stringify({ ...payload, text: "hello, Anna Field" });

  const { data, body } = await check({ id, attempts, text });
  expect(data).toMatchObject({ kind: "fits", preview: { plain: 1, twice: 0, obstacles: {}, warnings: {} } });
  expect(data.lines.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: '  "text": "hello 1",' },
    { kind: "added", text: '  "text": "hello, Anna Field",' },
  ]);
  const asked = { id, attempts, text, seen: data.seen, reason: "the name was missing" };
  expect((await replay(asked)).data).toEqual({ kind: "replayed" });

  const { effects } = await claimEffects(db, { kinds: ["chat.send"], limit: 10 });
  const sent = { kind: "chat.send", dialogId: "chat1", text: "hello, Anna Field", access_token: "canary" };
  expect(effects).toMatchObject([{ id, key: id, attempt: 2, body: sent }]);
  const edits = await query("deadLetter.edits", { id }, admin);
  expect(edits.data).toMatchObject([{ actorName: "Test admin", attempt: 1, reason: "the name was missing" }]);
  expect(body + edits.response.body).not.toContain("canary");
});

test("the act stands in the audit log with its reason and the places, without what was said", async () => {
  const { mend, db, addLetter } = await setupEdits();
  const id = await addLetter();
  await mend(id, (payload) => ({ ...payload, text: "hello, Anna Field" }));

  const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
  expect(acts).toMatchObject([
    {
      action: "deadLetter.replayEdited",
      actorName: "Test admin",
      detail: {
        kind: "chat.send",
        reason: "because",
        places: ["text"],
        before: { text: { characters: 7 } },
        after: { text: { characters: 17 } },
      },
    },
  ]);
  expect(JSON.stringify(acts)).not.toMatch(/Anna|canary/);
});

test("an event runs again with other words, which the check tells, and a lead sees what they were before", async () => {
  const { mend, check, query, cookieOf, db, ids } = await setupEdits();
  const body = {
    ...ids,
    kind: "message.added" as const,
    dialog: { id: "chat1", chatId: null, type: "open_line" as const, title: "Open line", entityId: null },
    person: { id: "5", name: "Anna Field", kind: "client" as const },
    language: null,
    occurredAt: "2026-11-21T09:00:00Z",
    message: { id: "1", text: "hello", files: [] },
  };
  const row = { ...ids, dedupeKey: "1", lane: `${ids.botId}:chat1`, kind: body.kind, body, attempts: 5 };
  const dead = { status: "dead" as const, settledAt: new Date() };
  const [made] = await db
    .insert(inboxEvent)
    .values({ ...row, ...dead })
    .returning();
  const id = made?.id ?? "";
  const checkOf = async (change: object) =>
    (await check({ id, attempts: 5, text: JSON.stringify({ ...body, ...change }) })).data;
  expect(await checkOf({ language: "ru" })).toMatchObject({ kind: "fits", changesWords: false });
  const otherWords = { message: { ...body.message, text: "good bye" } };
  expect(await checkOf(otherWords)).toMatchObject({ kind: "fits", changesWords: true });

  const { data: outcome } = await mend(id, (payload) => ({
    ...payload,
    message: { ...body.message, text: "good bye" },
  }));
  expect(outcome).toEqual({ kind: "replayed" });

  const [event] = await db.select().from(inboxEvent).where(eq(inboxEvent.id, id));
  expect(event).toMatchObject({ status: "waiting", dedupeKey: "1", body: { message: { text: "good bye" } } });
  const { data } = await query("deadLetter.edits", { id }, await cookieOf("lead"));
  expect(JSON.stringify(data)).toContain("good bye");
});

test.each<[string, (payload: Record<string, unknown>) => string, string]>([
  ["what is no JSON", () => '{"text": ', "bad_json"],
  ["what the schema does not take", (payload) => JSON.stringify({ ...payload, text: 5 }), "wrong_type"],
  ["another dialog", (payload) => JSON.stringify({ ...payload, dialogId: "chat2" }), "fixed"],
  ["a secret of one's own", (payload) => JSON.stringify({ ...payload, access_token: "mine" }), "hidden"],
  ["too much", (payload) => JSON.stringify({ ...payload, text: "a".repeat(300_000) }), "too_large"],
])("%s is told when it is checked, and does not run whatever is asked for", async (_what, write, code) => {
  const { open, check, replay, bodyOf, addLetter, db } = await setupEdits();
  const id = await addLetter();
  const before = await bodyOf(id);
  const { payload, attempts } = await open(id);
  const text = write(payload);
  expect((await check({ id, attempts, text })).data).toMatchObject({ kind: "problems", problems: [{ code }] });
  const asked = { id, attempts, text, seen: "0".repeat(32), reason: "because" };
  expect((await replay(asked)).data).toMatchObject({ kind: "problems", problems: [{ code }] });
  expect(await bodyOf(id)).toEqual(before);
  expect(await db.$count(auditLog, like(auditLog.action, "deadLetter.%"))).toBe(0);
});

test("of two admins with one letter open the second is told, before and after the check", async () => {
  const { open, check, replay, bodyOf, mutate, admin, db, addLetter } = await setupEdits();
  const id = await addLetter();
  const { payload, attempts } = await open(id);
  const [mine, theirs] = ["mine", "theirs"].map((text) => JSON.stringify({ ...payload, text }));
  const [{ data: first }, { data: second }] = [
    await check({ id, attempts, text: mine }),
    await check({ id, attempts, text: theirs }),
  ];
  expect((await replay({ id, attempts, text: theirs, seen: second.seen, reason: "because" })).data).toEqual({
    kind: "replayed",
  });

  const late = { id, attempts, text: mine, seen: first.seen, reason: "because" };
  expect((await replay(late)).error?.data.code).toBe("NOT_FOUND");
  await db
    .update(outboxEffect)
    .set({ status: "dead", attempt: 2, settledAt: new Date() })
    .where(eq(outboxEffect.id, id));
  expect((await replay(late)).error?.data.code).toBe("CONFLICT");
  const { error } = await check({ id, attempts, text: mine });
  expect(error?.message).toBe("Somebody has decided about this letter meanwhile: open it again.");
  expect(await bodyOf(id)).toMatchObject({ text: "theirs", access_token: "canary" });

  const again = await open(id);
  await mutate("deadLetter.discard", { ids: [id], reason: "because" }, admin);
  const { seen } = first;
  expect((await replay({ ...late, attempts: again.attempts, seen })).error?.data.code).toBe("CONFLICT");
});

test("a letter that may have arrived runs in other words only when that was accepted", async () => {
  const { open, check, replay, bodyOf, addLetter } = await setupEdits();
  const id = await addLetter({ isInDoubt: true });
  const { payload, attempts } = await open(id);
  const text = JSON.stringify({ ...payload, text: "other words" });
  const { data } = await check({ id, attempts, text });
  expect(data).toMatchObject({ preview: { plain: 0, twice: 1, warnings: { may_happen_twice: 1 } } });
  const asked = { id, attempts, text, seen: data.seen, reason: "because" };
  expect((await replay(asked)).data).toMatchObject({ kind: "refused", refused: { why: "may_happen_twice" } });
  expect(await bodyOf(id)).toMatchObject({ text: "hello 1" });
  expect((await replay({ ...asked, acceptsTwice: true })).data).toEqual({ kind: "replayed" });
});

test("what is found again on the portal is not changed where it may have arrived: the changes would go nowhere", async () => {
  const { open, check, replay, bodyOf, addLetter } = await setupEdits();
  const effect: Effect = {
    kind: "task.create",
    originId: "return:1",
    title: "Return",
    description: "",
    responsibleId: "12",
    deadlineAt: null,
  };
  const id = await addLetter({ isInDoubt: true, effect });
  const { payload, attempts } = await open(id);
  const asked = { id, attempts, text: JSON.stringify({ ...payload, responsibleId: "13" }) };
  expect((await check(asked)).data).toMatchObject({ kind: "problems", problems: [{ code: "found_again" }] });
  expect((await replay({ ...asked, seen: "", reason: "because", acceptsTwice: true })).data).not.toEqual({
    kind: "replayed",
  });
  expect(await bodyOf(id)).toMatchObject({ responsibleId: "12" });
});

test("a letter that nobody may change says why, and is not changed", async () => {
  const { open, check, addLetter } = await setupEdits();
  const effect: Effect = { kind: "workflow.signal", workflowId: "return:1", signal: "answered", payload: {} };
  const id = await addLetter({ effect });
  const { payload, attempts, noEdit } = await open(id);
  expect(noEdit).toBe("no_schema");
  const { error } = await check({ id, attempts, text: JSON.stringify({ ...payload, signal: "other" }) });
  expect(error).toMatchObject({ data: { code: "BAD_REQUEST" } });
  expect(error?.message).toBe("Nothing says what such a payload has to look like, so it runs again only as it is.");
});

test("nobody but an admin checks or replays an edit, and it is not done without a reason", async () => {
  const { open, mutate, cookieOf, admin, bodyOf, addLetter } = await setupEdits();
  const id = await addLetter();
  const before = await bodyOf(id);
  const { payload, attempts } = await open(id);
  const edit = { id, attempts, text: JSON.stringify({ ...payload, text: "other words" }) };
  const asked = { ...edit, seen: "0".repeat(32), reason: "because" };
  for (const role of ["viewer", "operator", "lead"] as const) {
    const cookie = await cookieOf(role);
    expect((await mutate("deadLetter.checkEdit", edit, cookie)).error?.data.code).toBe("FORBIDDEN");
    expect((await mutate("deadLetter.replayEdited", asked, cookie)).error?.data.code).toBe("FORBIDDEN");
  }
  const { error } = await mutate("deadLetter.replayEdited", { ...asked, reason: " x " }, admin);
  expect(error?.data.code).toBe("BAD_REQUEST");
  expect(await bodyOf(id)).toEqual(before);
});
