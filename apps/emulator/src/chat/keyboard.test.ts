import { expect, test } from "vitest";

import { parseKeyboard } from "./keyboard.ts";

const BUTTON = { TEXT: "Orders", LINK: "/crm/deal/" };

test.each<[string, unknown]>([
  ["rows as lists in a list", [[BUTTON]]],
  ["rows in BUTTONS", { BUTTONS: [[BUTTON]] }],
  ["no text", [{ LINK: "/" }]],
  ["nothing to do", [{ TEXT: "Orders" }]],
  ["two things to do", [{ ...BUTTON, COMMAND: "orders" }]],
  ["an action that there is not", [{ TEXT: "Orders", ACTION: "OPEN", ACTION_VALUE: "1" }]],
  ["an action without its value", [{ TEXT: "Orders", ACTION: "SEND" }]],
  ["a link that is no address", [{ TEXT: "Orders", LINK: "javascript:alert(1)" }]],
  ["an empty command", [{ TEXT: "Orders", COMMAND: "" }]],
  ["a text that is no JSON", "orders"],
])("is no keyboard: %s", (_, keyboard) => {
  expect(parseKeyboard(keyboard)).toBeNull();
});

test.each<[string, unknown]>([
  ["a flat list", [BUTTON]],
  ["BUTTONS beside a bot", { BOT_ID: 7, BUTTONS: [BUTTON] }],
  ["JSON", JSON.stringify([BUTTON])],
  ["a list from a form", { 0: BUTTON }],
])("is a keyboard: %s", (_, keyboard) => {
  expect(parseKeyboard(keyboard)).toEqual([BUTTON]);
});
