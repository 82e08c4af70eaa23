import { expect, test } from "vitest";
import { keyboardRows } from "./keyboard-rows.ts";

test("a button keeps its place in the flat keyboard, which the press names, whatever row it stands in", () => {
  const rows = keyboardRows(
    [
      { TEXT: "Where is my order?", ACTION: "SEND" },
      { TYPE: "NEWLINE" },
      { TYPE: "NEWLINE" },
      { TEXT: "Return" },
      { TEXT: "Gone", DISABLED: "Y" },
      { TYPE: "NEWLINE" },
    ],
    "http://portal.example",
  );

  expect(rows.map((row) => row.map(({ index, text }) => [index, text]))).toEqual([
    [[0, "Where is my order?"]],
    [
      [3, "Return"],
      [4, "Gone"],
    ],
  ]);
  expect(rows.flat().map((button) => button.isDisabled)).toEqual([false, false, true]);
});

test("a button leads only to an http(s) address", () => {
  const [row] = keyboardRows(
    [
      { TEXT: "Terms", LINK: "https://example.com/terms" },
      { TEXT: "Trap", LINK: "javascript:alert(1)" },
      { TEXT: "Portal", LINK: "/company/personal/" },
      { TEXT: "Elsewhere", LINK: "//evil.example" },
    ],
    "http://portal.example",
  );

  expect(row?.map((button) => button.href)).toEqual([
    "https://example.com/terms",
    null,
    "http://portal.example/company/personal/",
    null,
  ]);
});

test("a bot's colours are taken only as hex, with an ink that can be read on them", () => {
  const [row] = keyboardRows(
    [
      { TEXT: "Pay", BG_COLOR: "#29619b", TEXT_COLOR: "#ffffff" },
      { TEXT: "Pale", BG_COLOR: "#ffff00", TEXT_COLOR: "#ffffff" },
      { TEXT: "Trap", BG_COLOR: "url(https://evil.example)" },
      { TEXT: "Off", DISABLED: "Y", BG_COLOR: "#29619b", OFF_BG_COLOR: "#eeeeee", OFF_TEXT_COLOR: "#222222" },
    ],
    "",
  );

  expect(row?.map((button) => button.colors)).toEqual([
    { background: "#29619b", color: "#ffffff" },
    { background: "#ffff00", color: "#111111" },
    null,
    { background: "#eeeeee", color: "#222222" },
  ]);
});
