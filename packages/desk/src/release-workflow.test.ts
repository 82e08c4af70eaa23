import { DialogState, INITIAL_PLACE, INITIAL_STATE } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { leadsConversation, releasedFrom } from "./release-workflow.ts";

const led = { id: "productReturn:1", kind: "productReturn" };
const offered = [{ text: "Yes" }];

test("the conversation is free of the workflow, wherever it led or watched, and keeps the rest", () => {
  const state: DialogState = {
    ...INITIAL_STATE,
    workflow: led,
    offered,
    known: { phone: "1" },
    people: {
      "7": { ...INITIAL_PLACE, at: "2026-11-21", workflow: led, offered },
      "8": { ...INITIAL_PLACE, at: "2026-11-21", workflow: { id: "stockWatch:2", kind: "stockWatch" } },
    },
  };
  expect(leadsConversation({ state }, led.id)).toBe(true);
  const freed = releasedFrom(state, led.id);
  expect(freed).toMatchObject({ workflow: null, offered: [], known: { phone: "1" } });
  expect(freed?.people).toMatchObject({
    "7": { workflow: null, offered: [] },
    "8": { workflow: { id: "stockWatch:2" } },
  });
});

test("a hand-over is watched no more, and the workflow that leads stays", () => {
  const freed = releasedFrom({ ...INITIAL_STATE, workflow: led, handOver: "handOver:1" }, "handOver:1");
  expect(freed).toMatchObject({ workflow: led, handOver: null });
});

test("what has nothing to do with the workflow is left as it is", () => {
  expect(releasedFrom(INITIAL_STATE, led.id)).toBeNull();
  expect(leadsConversation({ state: { ...INITIAL_STATE, handOver: led.id } }, led.id)).toBe(false);
});
