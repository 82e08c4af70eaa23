import { type BotEvent, type Effect, redact } from "@botdeck/core";
import { describe, expect, test } from "vitest";

import { auditedChanges } from "./audited-changes.ts";
import { diffLines } from "./diff-lines.ts";
import { editableOf } from "./editable.ts";
import { MOST_CHARACTERS } from "./parse-edit.ts";
import { readEdit } from "./read-edit.ts";
import { shownChanges } from "./shown-changes.ts";

const LINK = "https://portal.example/rest/1/canary/im";
const WORDS: Effect = {
  kind: "chat.send",
  dialogId: "chat1",
  text: "hello",
  buttons: [[{ kind: "link", text: "Open", url: LINK }], [{ kind: "say", text: "Yes" }]],
};
const TASK: Effect = {
  kind: "task.create",
  originId: "return:1",
  title: "Return",
  description: "Two photos",
  responsibleId: "12",
  deadlineAt: null,
};

const SAID: BotEvent & { kind: "message.added" } = {
  kind: "message.added",
  portalId: "019ab2f4-3f10-7000-8000-000000000001",
  botId: "019ab2f4-3f10-7000-8000-000000000002",
  dialog: { id: "chat1", chatId: null, type: "open_line", title: "Open line", entityId: null },
  person: { id: "5", name: "Anna", kind: "client" },
  language: null,
  occurredAt: "2026-11-21T09:00:00Z",
  message: { id: "1", text: "hello", files: [] },
};
const PRESSED: BotEvent = { ...SAID, kind: "command.called", command: { name: "decide", params: "yes" } } as BotEvent; // safe: the rest is as of words

type Shown = Record<string, unknown>;

/** What comes of an edit: of what is shown, as JSON, or of a text. */
function edit(change: ((shown: Shown) => Shown) | string, original: Effect = WORDS) {
  const editable = editableOf(original);
  if (typeof editable === "string") throw new Error(editable);
  const text = typeof change === "string" ? change : JSON.stringify(change(redact(original) as Shown)); // safe: an object
  return readEdit(text, original, editable);
}
const codesOf = (read: ReturnType<typeof edit>) =>
  read.ok ? [] : read.problems.map(({ code, place }) => [code, place].join(" ").trim());

describe("what was hidden", () => {
  const secret = { ...WORDS, access_token: "canary" };

  test("is put back at its place, and what was changed beside it is kept", () => {
    const read = edit((shown) => ({ ...shown, text: "other words" }), secret);
    expect(read).toMatchObject({ ok: true, payload: { ...secret, text: "other words" } });
  });

  test.each<[string, (shown: Shown) => Shown, string]>([
    ["changed", (shown) => ({ ...shown, access_token: "mine" }), "hidden access_token"],
    ["left out", ({ access_token: _gone, ...shown }) => shown, "hidden access_token"],
    ["moved", (shown) => ({ ...shown, buttons: [[{ kind: "say", text: "No" }]] }), "hidden buttons.0.0.url"],
    [
      "led elsewhere",
      (shown) => ({
        ...shown,
        buttons: [[{ kind: "link", text: "Open", url: "https://evil.example/rest/1/***/im" }]],
      }),
      "hidden buttons.0.0.url",
    ],
    ["taken away with its list", (shown) => ({ ...shown, buttons: [] }), "hidden buttons.0"],
  ])("may not be %s", (_how, change, problem) => {
    const codes = codesOf(edit(change, secret));
    expect(codes.some((code) => code.startsWith(problem))).toBe(true);
  });

  test("never shows, neither in the lines nor in the audit log", () => {
    const read = edit((shown) => ({ ...shown, text: "other words" }), secret);
    if (!read.ok) throw new Error("it fits");
    const shown = JSON.stringify([shownChanges(secret, read.payload), auditedChanges(read.changes)]);
    expect(shown).not.toContain("canary");
  });
});

describe("an edit is refused with the place and what is wrong there:", () => {
  test.each<[string, Parameters<typeof edit>[0], string[]]>([
    ["another kind", (shown) => ({ ...shown, kind: "chat.notify" }), ["fixed kind"]],
    ["another dialog", (shown) => ({ ...shown, dialogId: "chat2" }), ["fixed dialogId"]],
    [
      "a field of the effect that decides who reads it",
      (shown) => ({ ...shown, forOperators: true }),
      ["fixed forOperators"],
    ],
    ["the words of somebody who leads", (shown) => ({ ...shown, byDesk: true }), ["fixed byDesk"]],
    ["a text that is left out", ({ text: _gone, ...shown }) => shown, ["missing text"]],
    ["a text that is none", (shown) => ({ ...shown, text: 5 }), ["wrong_type text"]],
    ["a text without a letter", (shown) => ({ ...shown, text: "" }), ["empty text"]],
    ["a text that the portal would cut", (shown) => ({ ...shown, text: "a".repeat(20_001) }), ["too_long text"]],
    ["a character that nobody can keep", (shown) => ({ ...shown, text: "a\u0000" }), ["unstorable"]],
    ["half of a pair", (shown) => ({ ...shown, text: "a\ud800" }), ["unstorable"]],
    ["nothing but a list", "[]", ["hidden"]],
    ["nothing that is changed", (shown) => shown, ["unchanged"]],
    ["too much", JSON.stringify("a".repeat(MOST_CHARACTERS)), ["too_large"]],
    ["too deep", `${"[".repeat(90_000)}${"]".repeat(90_000)}`, ["too_deep"]],
    ["no JSON", '{\n  "kind": "chat.send",\n  oops\n}', ["bad_json"]],
    ["no end", '{"kind": "chat.send"', ["bad_json"]],
  ])("%s", (_what, change, problems) => {
    expect(codesOf(edit(change))).toEqual(problems);
  });

  test("deep inside", () => {
    const [link] = (redact(WORDS) as Shown & { buttons: unknown[] }).buttons; // safe: as it stands above
    const wrong = { kind: "say", text: "", sya: "yes" };
    expect(codesOf(edit((shown) => ({ ...shown, buttons: [link, [wrong]] })))).toEqual(["empty buttons.1.0.text"]);
    const slip = { kind: "say", text: "Yes", sya: "yes" };
    expect(codesOf(edit((shown) => ({ ...shown, buttons: [link, [slip]] })))).toEqual(["unknown buttons.1.0.sya"]);
  });

  test("where JSON ends to be JSON, by line and column", () => {
    const read = edit('{\n  "kind": "chat.send",\n  oops\n}');
    expect(read).toMatchObject({ problems: [{ values: { line: 3, column: 3 } }] });
    expect(edit('{\n"kind": "chat.send"')).toMatchObject({ problems: [{ values: { line: 2, column: 20 } }] });
  });

  test("what is no instant, and by which key a task is found again", () => {
    const codes = (change: Shown) => codesOf(edit((shown) => ({ ...shown, ...change }), TASK));
    expect(codes({ deadlineAt: "tomorrow" })).toEqual(["wrong_format deadlineAt"]);
    expect(codes({ originId: "return:2" })).toEqual(["fixed originId"]);
    expect(codes({ clientEntityId: "x" })).toEqual(["fixed clientEntityId"]);
    expect(codes({ responsibleId: "13", deadlineAt: "2026-12-01T10:00:00Z" })).toEqual([]);
  });
});

test("what has no schema, or is done in a person's name, or says only to whom, is not offered", () => {
  const act = { kind: "chat.finish", dialogId: "chat1", chatId: "1", byId: null } as const;
  expect(editableOf({ kind: "workflow.signal", workflowId: "1", signal: "x", payload: {} })).toBe("no_schema");
  expect(
    editableOf({
      kind: "hook.received",
      portalId: "",
      botId: "",
      hookId: "",
      subject: "",
      payload: {},
      occurredAt: "",
    }),
  ).toBe("no_schema");
  expect(editableOf({ ...WORDS, byDesk: true })).toBe("own_act");
  expect(editableOf({ ...TASK, byId: "7" })).toBe("own_act");
  expect(editableOf(act)).toBe("nothing_to_change");
  expect(editableOf({ ...SAID, person: { ...SAID.person, kind: "employee" } })).toBe("own_act");
  expect(editableOf({ ...PRESSED, person: { ...SAID.person, kind: "employee" } })).toBe("own_act");
  expect(editableOf(PRESSED)).toBe("nothing_to_change");
});

test("of an event only what was said may be changed, not by whom or where", () => {
  const event = SAID;
  const editable = editableOf(event);
  if (typeof editable === "string") throw new Error(editable);
  const original = event;
  const read = (change: object) => readEdit(JSON.stringify({ ...event, ...change }), original, editable);
  expect(read({ message: { ...event.message, text: "bye" } }).ok).toBe(true);
  for (const change of [
    { portalId: event.botId },
    { botId: event.portalId },
    { dialog: { ...event.dialog, id: "chat2" } },
    { person: { ...event.person, id: "6" } },
    { message: { ...event.message, id: "2" } },
    { isPast: true },
  ]) {
    expect(read(change)).toMatchObject({ ok: false, problems: [{ code: "fixed" }] });
  }
});

test("the audit log learns ids and instants, and of words only how many there are", () => {
  const read = edit(
    (shown) => ({ ...shown, title: "Anna Field's return", responsibleId: "13", tags: ["Anna Field"] }),
    TASK,
  );
  if (!read.ok) throw new Error("it fits");
  expect(auditedChanges(read.changes)).toEqual({
    before: { title: { characters: 6 }, responsibleId: "12", tags: null },
    after: { title: { characters: 19 }, responsibleId: "13", tags: [{ characters: 10 }] },
    places: ["title", "responsibleId", "tags"],
  });
});

test("lines that stay are told from lines that go and come, whatever the order of names", () => {
  const marks = (before: string, after: string) =>
    diffLines(before.split(""), after.split("")).map(
      ({ kind, text }) => ({ same: "", removed: "-", added: "+" })[kind] + text,
    );
  expect(marks("abcde", "abXde")).toEqual(["a", "b", "-c", "+X", "d", "e"]);
  expect(marks("abcd", "bXcY")).toEqual(["-a", "b", "+X", "c", "-d", "+Y"]);
  expect(marks("", "ab")).toEqual(["+a", "+b"]);
  expect(shownChanges({ a: 1, b: 2 }, { b: 2, a: 1 }).every(({ kind }) => kind === "same")).toBe(true);
});
