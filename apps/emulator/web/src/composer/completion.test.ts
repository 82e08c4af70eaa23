import { expect, test } from "vitest";
import { complete, matchCommands, readMentions, wantedAt, withMentions } from "./completion.ts";

test.each([
  ["/", 1, { kind: "command", query: "", from: 0 }],
  ["/he", 3, { kind: "command", query: "he", from: 0 }],
  ["/help me", 8, null],
  ["see /he", 7, null],
  ["@", 1, { kind: "mention", query: "", from: 0 }],
  ["hello @Demo b", 13, { kind: "mention", query: "Demo b", from: 6 }],
  ["mail@example", 12, null],
  ["@Anna and", 0, null],
  ["@Anna ", 6, null],
])("what is completed depends on the text before the caret: %j", (draft, caret, wanted) => {
  expect(wantedAt(draft, caret)).toEqual(wanted);
});

test("a command that begins with what was typed comes before one that only contains it", () => {
  const command = (name: string, title: string) => ({ id: name, botId: "1", command: name, title, params: "" });
  const commands = [command("/find", "Help to find"), command("/help", "All commands")];
  expect(matchCommands(commands, "he").map((one) => one.command)).toEqual(["/help", "/find"]);
});

test("a completion replaces what was typed and leaves the rest", () => {
  const wanted = { kind: "mention", query: "De", from: 3 } as const;
  expect(complete("hi @De and more", 6, wanted, "@Demo bot")).toEqual({ draft: "hi @Demo bot and more", caret: 13 });
});

test("a chosen name is sent as a mention, and the longer of two names that begin alike is not cut", () => {
  const mentions = [
    { label: "Anna", personId: "5" },
    { label: "Anna Maria", personId: "6" },
  ];
  expect(withMentions("@Anna Maria and @Anna, mail@example", mentions)).toBe(
    "[user=6]Anna Maria[/user] and [user=5]Anna[/user], mail@example",
  );
});

test("a sent message is edited with its mentions as names, and is sent with them again", () => {
  const sent = "[user=6]Anna Maria[/user], see [b]this[/b]";
  const { draft, mentions } = readMentions(sent);
  expect(draft).toBe("@Anna Maria, see [b]this[/b]");
  expect(withMentions(draft, mentions)).toBe(sent);
});
