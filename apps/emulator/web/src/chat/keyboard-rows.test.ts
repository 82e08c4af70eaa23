import { expect, test } from "vitest";
import { keyboardRows } from "./keyboard-rows.ts";

test("a button keeps its place in the flat keyboard, which the press names, whatever row it stands in", () => {
  const rows = keyboardRows([
    { TEXT: "Where is my order?", ACTION: "SEND" },
    { TYPE: "NEWLINE" },
    { TYPE: "NEWLINE" },
    { TEXT: "Return" },
    { TEXT: "Gone", DISABLED: "Y" },
    { TYPE: "NEWLINE" },
  ]);

  expect(rows.map((row) => row.map(({ id, text }) => [id, text]))).toEqual([
    [[0, "Where is my order?"]],
    [
      [3, "Return"],
      [4, "Gone"],
    ],
  ]);
  expect(rows.flat().map((button) => button.isDisabled)).toEqual([false, false, true]);
});

test("a button leads only to an http(s) address", () => {
  const [row] = keyboardRows([
    { TEXT: "Terms", LINK: "https://example.com/terms" },
    { TEXT: "Trap", LINK: "javascript:alert(1)" },
  ]);

  expect(row?.map((button) => button.href)).toEqual(["https://example.com/terms", undefined]);
});
