import { expect, test } from "vitest";

import { MAX_ATTACH_LENGTH_V1, parseAttach } from "./attach.ts";

const kindOf = (value: unknown): string => parseAttach(value, MAX_ATTACH_LENGTH_V1).kind;

test.each([
  ["a list of blocks", [{ MESSAGE: "Paid" }, { DELIMITER: { SIZE: 200 } }]],
  ["the full form", { ID: 1, COLOR_TOKEN: "primary", BLOCKS: [{ LINK: { LINK: "https://example.com" } }] }],
  ["a list whose numbers have holes", { BLOCKS: { 1: { USER: { NAME: "Vera", USER_ID: 1 } } } }],
  ["JSON text", '[{"GRID":[{"DISPLAY":"LINE","NAME":"Sum","VALUE":"10"}]}]'],
  ["several pictures in one block", [{ IMAGE: [{ LINK: "/a.png" }, { LINK: "/b.png" }] }]],
])("%s is an attach", (_name, value) => {
  expect(kindOf(value)).toBe("attach");
});

test.each([
  ["an empty list", []],
  ["fields that are no blocks", [{ TITLE: "Deal", DESCRIPTION: "Won", LINK: "https://example.com" }]],
  ["a block with two kinds", [{ MESSAGE: "a", DELIMITER: {} }]],
  ["a file without an address", [{ FILE: { NAME: "report.pdf" } }]],
  ["a grid without a display", [{ GRID: [{ NAME: "Sum" }] }]],
  ["a text that is not JSON", "hello"],
])("%s is refused", (_name, value) => {
  expect(kindOf(value)).toBe("wrong");
});

test("an attach beyond 30,000 characters is refused by its size", () => {
  expect(kindOf([{ MESSAGE: "x".repeat(MAX_ATTACH_LENGTH_V1) }])).toBe("oversize");
});
