import { expect, test } from "vitest";
import { inkOn } from "./color.ts";
import { readAttach } from "./read-attach.ts";

test("an attach is the same whole, as the bare list of its blocks, and as JSON text", () => {
  const blocks = [{ MESSAGE: "[b]Order[/b]" }, { DELIMITER: { SIZE: 200, COLOR: "#c6c6c6" } }];
  const read = readAttach({ ID: 1, COLOR: "#29619b", BLOCKS: blocks });

  expect(read).toEqual({
    color: "#29619b",
    tone: "primary",
    blocks: [
      { kind: "message", text: "[b]Order[/b]" },
      { kind: "delimiter", widthPx: 200, color: "#c6c6c6" },
    ],
  });
  expect(readAttach(blocks)?.blocks).toEqual(read?.blocks);
  expect(readAttach(JSON.stringify({ BLOCKS: blocks }))?.blocks).toEqual(read?.blocks);
  // A form body gives lists as maps of numbers.
  expect(readAttach({ 0: blocks[0], 1: blocks[1] })?.blocks).toEqual(read?.blocks);
});

test("cells of a grid that stand side by side with one display form one group", () => {
  const cell = (DISPLAY: string, NAME: string) => ({ DISPLAY, NAME, VALUE: "1" });
  const attach = readAttach([{ GRID: [cell("ROW", "a"), cell("ROW", "b"), cell("LINE", "c"), cell("ROW", "d")] }]);

  expect(attach?.blocks).toMatchObject([
    {
      groups: [
        { display: "ROW", cells: [{ name: "a" }, { name: "b" }] },
        { display: "LINE", cells: [{ name: "c" }] },
        { display: "ROW", cells: [{ name: "d" }] },
      ],
    },
  ]);
});

test("nothing hostile gets out of an attach: no address but http(s), no colour but hex", () => {
  const attach = readAttach({
    COLOR: "red;background:url(https://evil.example)",
    BLOCKS: [
      {
        LINK: { NAME: "x", LINK: "javascript:alert(1)", PREVIEW: "data:image/svg+xml,x", HTML: "<b onclick=x>hi</b>" },
      },
      { IMAGE: [{ LINK: "file:///etc/passwd" }, { LINK: "https://example.com/a.png" }] },
      { FILE: { LINK: "javascript:alert(1)", NAME: "bill.pdf" } },
      { GRID: [{ DISPLAY: "ROW", NAME: "a", COLOR: "expression(x)", LINK: "javascript:alert(1)" }] },
      { UNKNOWN: "x" },
    ],
  });

  expect(attach?.color).toBeNull();
  expect(attach?.blocks).toMatchObject([
    { kind: "link", text: "hi", preview: null, target: null },
    { kind: "images", pictures: [{ href: "https://example.com/a.png" }] },
    { kind: "files", files: [] },
    { kind: "grid", groups: [{ cells: [{ color: null, target: null }] }] },
  ]);
});

test.each([null, "", "N", [], {}, 5, [[]], { BLOCKS: "x" }])("what is no attach is shown as none: %j", (value) => {
  expect(readAttach(value)).toBeNull();
});

test("ink on a bot's own colour is readable: the wanted one only if it is", () => {
  expect(inkOn("#29619b", "#ffffff")).toBe("#ffffff");
  expect(inkOn("#ffff00", "#ffffff")).toBe("#111111");
  expect(inkOn("#000", "#222222")).toBe("#ffffff");
});
