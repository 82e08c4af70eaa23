import { expect, test } from "vitest";

import { type KeyboardButton, toKeyboard } from "./keyboard.ts";
import { checkPartSize } from "./message-limits.ts";

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

test("a button has every look and action that the portal knows", () => {
  const keyboard = toKeyboard([
    [
      {
        kind: "command",
        text: "Pay",
        command: "pay",
        params: "7",
        blocksOnPress: true,
        color: "#fff",
        colorToken: "primary",
        textColor: "#000000",
        offColor: "#cccccc",
        offTextColor: "#999999",
        isDisabled: true,
        widthPx: 120,
        display: "block",
        context: "mobile",
      },
      { kind: "put", text: "Search", put: "/search" },
      { kind: "copy", text: "Copy", copy: "A-1042" },
      { kind: "call", text: "Call", phone: "+4930123456" },
      { kind: "dialog", text: "Chat", dialogId: "chat5" },
    ],
  ]);
  expect(keyboard).toEqual([
    {
      TEXT: "Pay",
      COMMAND: "pay",
      COMMAND_PARAMS: "7",
      BLOCK: "Y",
      BG_COLOR: "#fff",
      BG_COLOR_TOKEN: "primary",
      TEXT_COLOR: "#000000",
      OFF_BG_COLOR: "#cccccc",
      OFF_TEXT_COLOR: "#999999",
      DISABLED: "Y",
      WIDTH: 120,
      DISPLAY: "BLOCK",
      CONTEXT: "MOBILE",
    },
    { TEXT: "Search", DISPLAY: "LINE", ACTION: "PUT", ACTION_VALUE: "/search" },
    { TEXT: "Copy", DISPLAY: "LINE", ACTION: "COPY", ACTION_VALUE: "A-1042" },
    { TEXT: "Call", DISPLAY: "LINE", ACTION: "CALL", ACTION_VALUE: "+4930123456" },
    { TEXT: "Chat", DISPLAY: "LINE", ACTION: "DIALOG", ACTION_VALUE: "chat5" },
  ]);
});

test.each<[KeyboardButton, RegExp]>([
  [{ kind: "link", text: "Mail", url: "mailto:a@demo.example" }, /Button "Mail" \(row 2, place 1\): its link begins/],
  [{ kind: "say", text: " " }, /needs a text/],
  [{ kind: "command", text: "Go", command: "two words", params: "" }, /Latin letters/],
  [{ kind: "call", text: "Call", phone: "us" }, /phone number/],
  [{ kind: "dialog", text: "Chat", dialogId: "u5" }, /chat5 or 5/],
  [{ kind: "say", text: "Red", color: "red" }, /BG_COLOR must look like/],
  [{ kind: "say", text: "Wide", widthPx: 1.5 }, /whole number/],
])("a button the portal would refuse is refused with its place: %j", (button, sentence) => {
  expect(() => toKeyboard([[{ kind: "say", text: "fine" }], [button]])).toThrow(sentence);
});

test("no buttons make no keyboard", () => {
  expect(toKeyboard([[], []])).toEqual([]);
});

test("v1 takes 30 KB of buttons", () => {
  const keyboard = toKeyboard([Array.from({ length: 400 }, () => ({ kind: "say", text: "x".repeat(30) }) as const)]);
  expect(() => checkPartSize("keyboard", keyboard, "v1")).toThrow(/keyboard has \d+ bytes/);
  expect(() => checkPartSize("keyboard", keyboard, "v2")).not.toThrow();
});
