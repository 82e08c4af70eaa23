import { expect, test } from "vitest";

import { linesThatMatter, nextTimerOf } from "./lines-that-matter.ts";
import type { HistoryLine } from "./opened-workflow.ts";

const at = "2026-11-21T09:00:00.000Z";
const did = (activity: string, more: Partial<HistoryLine & { kind: "did" }> = {}): HistoryLine => ({
  kind: "did",
  at,
  endedAt: at,
  activity,
  attempts: 1,
  failure: null,
  ...more,
});
const waited = (state: "waits" | "over" | "cut_short", dueAt = at): HistoryLine => ({
  kind: "waited",
  at,
  dueAt,
  state,
});

test("looks that went well and waits that are over are idle; what failed, runs or waits is not", () => {
  const began: HistoryLine = { kind: "began", at };
  const failed = did("isInStock", { failure: "the portal is away" });
  const running = did("lookAtGroup", { endedAt: null });
  const said = did("say");
  const waits = waited("waits");
  const all = [began, did("isInStock"), failed, running, said, waited("over"), waited("cut_short"), waits];
  expect(linesThatMatter(all)).toEqual([began, failed, running, said, waits]);
});

test("the next timer is the earliest of those that still run", () => {
  const lines = [waited("over", "2026-11-20"), waited("waits", "2026-11-23"), waited("waits", "2026-11-22")];
  expect(nextTimerOf(lines)).toBe("2026-11-22");
  expect(nextTimerOf([])).toBeNull();
});
