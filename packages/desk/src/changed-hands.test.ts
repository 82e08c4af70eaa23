import { DialogState, INITIAL_STATE } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { changedHands } from "./changed-hands.ts";

const BUSY = DialogState.parse({ workflow: { id: "return-1", kind: "productReturn" }, handOver: "watch-1" });
const STOPPED = { workflowId: "return-1", signal: "stopped" };
const told = (kind: string) => ({ workflowId: "watch-1", signal: "news", payload: { kind } });

test.each([
  ["operator:7", "watch-1", [STOPPED, told("taken")]],
  ["operator:desk:x", "watch-1", [STOPPED, { ...told("taken"), payload: { kind: "taken", operatorId: "desk:x" } }]],
  // Whoever watches goes on watching: the client waits in another queue.
  ["queue:5", "watch-1", [STOPPED]],
  ["closed", null, [STOPPED, told("closed")]],
  ["bot", null, [told("returned")]],
] as const)("when %s gets it, whoever led is stopped and whoever watches is told", (to, handOver, expected) => {
  const { state, effects } = changedHands(BUSY, to === "bot" ? "operator:7" : "bot", to);
  expect(effects).toMatchObject(expected);
  expect(effects).toHaveLength(expected.length);
  expect(state).toEqual({ ...INITIAL_STATE, handOver });
});

test("who has it already changes nothing", () => {
  expect(changedHands(BUSY, "operator:7", "operator:7")).toEqual({ state: BUSY, effects: [] });
});
