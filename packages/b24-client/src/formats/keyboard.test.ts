import { expect, test } from "vitest";

import { toKeyboard } from "./keyboard.ts";

test("rows become one flat list with line ends between them", () => {
  const keyboard = toKeyboard([
    [
      { kind: "say", text: "Where is my order?" },
      { kind: "say", text: "Yes", say: "Yes, please" },
    ],
    [],
    [{ kind: "command", text: "Help", command: "/help", params: "topic" }],
    [{ kind: "link", text: "Site", url: "https://demo.example/" }],
  ]);
  expect(keyboard).toEqual([
    { TEXT: "Where is my order?", DISPLAY: "LINE", ACTION: "SEND", ACTION_VALUE: "Where is my order?" },
    { TEXT: "Yes", DISPLAY: "LINE", ACTION: "SEND", ACTION_VALUE: "Yes, please" },
    { TYPE: "NEWLINE" },
    { TEXT: "Help", DISPLAY: "LINE", COMMAND: "help", COMMAND_PARAMS: "topic" },
    { TYPE: "NEWLINE" },
    { TEXT: "Site", DISPLAY: "LINE", LINK: "https://demo.example/" },
  ]);
});

test("no buttons make no keyboard", () => {
  expect(toKeyboard([[], []])).toEqual([]);
});
