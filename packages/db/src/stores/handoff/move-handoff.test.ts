import type { Owner } from "@botdeck/core";
import fc from "fast-check";
import { expect, test } from "vitest";

import { HANDOFF_END } from "../../schema/handoff.ts";
import { type HandoffMove, type HandoffStanding, moveHandoff } from "./move-handoff.ts";

const START = new Date("2026-11-21T09:00:00Z");
const FIRST: Owner = "queue:1";
const begun: HandoffStanding = {
  state: "queued",
  trail: [{ at: START.toISOString(), to: FIRST }],
  takenAt: null,
  takenBy: null,
  endedAt: null,
  endedAs: null,
};

const moves = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant("queued" as const), to: fc.constantFrom<Owner>(FIRST, "queue:2") }),
      fc.record({ kind: fc.constant("taken" as const), by: fc.constantFrom("8", "9") }),
      fc.record({ kind: fc.constant("returning" as const) }),
      fc.record({ kind: fc.constant("ended" as const), as: fc.constantFrom(...HANDOFF_END) }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map((move, index): HandoffMove => ({ ...move, at: new Date(START.getTime() + index * 1_000) })));

test("after any moves the standing makes sense, a refused move changes nothing, and a repeated one neither", () => {
  fc.assert(
    fc.property(moves, (list) => {
      let standing = begun;
      for (const move of list) {
        const next = moveHandoff(standing, move);
        if (next === null) continue;
        // Nothing follows an end, and no bot has it back that nobody else had.
        expect(standing.state === "ended" && next !== standing).toBe(false);
        expect(next.state === "returning" && standing.takenBy === null).toBe(false);
        expect(moveHandoff(next, { ...move, at: new Date(move.at.getTime() + 500) })).toBe(next);
        standing = next;
        const { state, trail, takenAt, takenBy, endedAt, endedAs } = standing;
        expect([takenAt === null, endedAt === null]).toEqual([takenBy === null, endedAs === null]);
        expect(endedAs === null).toBe(state !== "ended");
        // Whoever has it is the last on its way, which is in order of time and names nobody twice in a row.
        if (state === "human") expect(trail.at(-1)?.to).toBe(`operator:${takenBy ?? ""}`);
        if (state === "queued") expect(trail.at(-1)?.to).toMatch(/^queue:/);
        expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted());
        expect(trail.some(({ to }, index) => index > 0 && trail[index - 1]?.to === to)).toBe(false);
        if (endedAs === "promised") expect(trail.at(-1)?.to).toMatch(/^queue:/);
        if (endedAs === "quiet") expect(takenBy).not.toBeNull();
      }
    }),
  );
});

test("from wherever it stands it can be closed, until it has ended", () => {
  fc.assert(
    fc.property(moves, (list) => {
      const standing = list.reduce((now, move) => moveHandoff(now, move) ?? now, begun);
      const closed = moveHandoff(standing, { kind: "ended", at: START, as: "closed" });
      const isOver = standing.state === "ended" && standing.endedAs !== "closed";
      expect(closed?.state ?? null).toBe(isOver ? null : "ended");
    }),
  );
});

test("the way through two queues and a person, back to the bot", () => {
  const way: HandoffMove[] = [
    { kind: "queued", at: new Date(START.getTime() + 1), to: "queue:2" },
    { kind: "taken", at: new Date(START.getTime() + 2), by: "9" },
    { kind: "returning", at: new Date(START.getTime() + 3) },
    { kind: "ended", at: new Date(START.getTime() + 4), as: "back_to_bot" },
  ];
  const states: string[] = [];
  const end = way.reduce((now, move) => {
    const next = moveHandoff(now, move) ?? now;
    states.push(next.state);
    return next;
  }, begun);
  expect(states).toEqual(["queued", "human", "returning", "ended"]);
  expect(end).toMatchObject({ takenBy: "9", takenAt: new Date(START.getTime() + 2), endedAs: "back_to_bot" });
  expect(end.trail.map(({ to }) => to)).toEqual([FIRST, "queue:2", "operator:9"]);
});
