import { expect, test } from "vitest";

import { createBoard } from "./board.ts";

function createScreen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 60, write: (text: string) => void written.push(text), text: () => written.join("") };
}

test("without a terminal each change of state is one line, and progress does not flood it", () => {
  const screen = createScreen(false);
  const clock = { now: 0 };
  const board = createBoard(screen, () => clock.now);

  board.show("temporal", { is: "waiting" });
  for (let packages = 0; packages < 100; packages++) {
    board.show("temporal", { is: "starting", note: `${packages} packages` });
  }
  clock.now = 31_000;
  board.show("temporal", { is: "starting", note: "101 packages" });
  board.show("temporal", { is: "ready" });

  const lines = screen.text().trim().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain("101 packages");
});

test("on a terminal a part keeps its one line, cut to the width", () => {
  const screen = createScreen(true);
  const board = createBoard(screen);

  board.show("gateway", { is: "starting" });
  board.show("gateway", { is: "restarting", note: "x".repeat(200) });

  const last = screen.text().split("\u001b[J").at(-1) ?? "";
  expect(last.split("\n").filter(Boolean)).toHaveLength(1);
  expect(last).not.toContain("x".repeat(60));
});
