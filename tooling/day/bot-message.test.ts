import { expect, test } from "vitest";

import { findButton, firstAlternative, textOf, topicOf } from "./bot-message.ts";
import type { Message } from "./portal-views.ts";

const message = (parts: Partial<Message>): Message => ({
  id: "1",
  dialogId: "chat1",
  authorId: "7",
  text: "",
  keyboard: [],
  attach: null,
  isSystem: false,
  forOperators: false,
  isDeleted: false,
  ...parts,
});
const keyboard = [
  { TEXT: "Yes, refund", COMMAND: "a", DISABLED: "Y" },
  { TYPE: "NEWLINE", TEXT: "yes" },
  { TEXT: "No", COMMAND: "b" },
  { TEXT: "Да, всё верно", COMMAND: "c" },
];

test("a client reads words without markup, those of buttons and attachments too", () => {
  const shown = message({
    text: "Order [b]A-1042[/b] [url=https://a.example]is shipped[/url]",
    keyboard,
    attach: { BLOCKS: [{ MESSAGE: "Total 5490" }] },
  });

  expect(textOf(shown)).toContain("Order A-1042 is shipped");
  expect(textOf(shown)).toMatch(/Total 5490[^]*No[^]*Да, всё верно/);
});

test("the first button with such a text that can be pressed is found", () => {
  expect(findButton(message({ keyboard }), "yes|да")).toBe(3);
  expect(findButton(message({ keyboard }), "НЕТ|no")).toBe(2);
  expect(findButton(message({ keyboard }), "maybe")).toBeNull();
});

test.each([
  ["yes|да", "yes"],
  ["^yes$|да", "yes"],
  ["(да|yes)", "да"],
  ["Всё верно\\b", "Всё верно"],
])("without a button /%s/ is said as %s", (pattern, words) => {
  expect(firstAlternative(pattern)).toBe(words);
});

test("the operator's card is tagged by the last topic that it names, and by no other word", () => {
  expect(topicOf(message({ text: "#smalltalk, then #return (0.93)" }))).toBe("return");
  expect(topicOf(message({ attach: { BLOCKS: [{ MESSAGE: "Topic: #order_status" }] } }))).toBe("order_status");
  expect(topicOf(message({ text: "#returned #others other" }))).toBeNull();
});
