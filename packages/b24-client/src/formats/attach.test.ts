import { expect, test } from "vitest";

import { type Attach, toAttach } from "./attach.ts";
import { bb } from "./bb.ts";
import { checkPartSize } from "./message-limits.ts";

test("a card is written with each kind of block", () => {
  const card: Attach = {
    id: 1,
    color: "#29619b",
    colorToken: "primary",
    blocks: [
      { kind: "user", name: "Anna", target: { userId: "5" } },
      { kind: "message", text: bb`Order ${bb.bold("A-1042")}` },
      { kind: "link", target: { url: "https://demo.example/" }, name: "Order", description: "On its way" },
      { kind: "grid", display: "table", rows: [{ name: "Sum", value: "10", widthPx: 80, target: { chatId: "7" } }] },
      { kind: "images", images: [{ url: "https://demo.example/a.png", widthPx: 40, heightPx: 20 }] },
      { kind: "files", files: [{ url: "/disk/a.pdf", name: "a.pdf", sizeBytes: 12 }] },
      { kind: "delimiter", color: "#c6c6c6" },
    ],
  };
  expect(toAttach(card)).toEqual({
    ID: 1,
    COLOR: "#29619b",
    COLOR_TOKEN: "primary",
    BLOCKS: [
      { USER: { NAME: "Anna", USER_ID: "5" } },
      { MESSAGE: "Order [b]A-1042[/b]" },
      { LINK: { LINK: "https://demo.example/", NAME: "Order", DESC: "On its way" } },
      { GRID: [{ DISPLAY: "TABLE", NAME: "Sum", VALUE: "10", WIDTH: 80, CHAT_ID: "7" }] },
      { IMAGE: [{ LINK: "https://demo.example/a.png", WIDTH: 40, HEIGHT: 20 }] },
      { FILE: [{ LINK: "/disk/a.pdf", NAME: "a.pdf", SIZE: 12 }] },
      { DELIMITER: { SIZE: 200, COLOR: "#c6c6c6" } },
    ],
  });
});

test.each<[Attach, RegExp]>([
  [{ blocks: [] }, /at least one block/],
  [{ color: "blue", blocks: [{ kind: "delimiter" }] }, /COLOR must look like #29619b, not blue/],
  [{ blocks: [{ kind: "delimiter" }, { kind: "message", text: " " }] }, /Attach block 2 \(message\): it needs a text/],
  [{ blocks: [{ kind: "link", target: { url: "ftp://x" } }] }, /Attach block 1 \(link\): its link begins/],
  [{ blocks: [{ kind: "images", images: [] }] }, /at least one image/],
])("a card the portal would refuse is refused with its place: %j", (card, sentence) => {
  expect(() => toAttach(card)).toThrow(sentence);
});

test("each version has its own limit", () => {
  const of = (length: number) => toAttach({ blocks: [{ kind: "message", text: "x".repeat(length) }] });
  expect(() => checkPartSize("attach", of(31_000), "v2")).not.toThrow();
  expect(() => checkPartSize("attach", of(31_000), "v1")).toThrow(/30720 bytes/);
  expect(() => checkPartSize("attach", of(60_000), "v2")).toThrow(/60000 characters/);
});
