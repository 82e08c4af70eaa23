import { NO_ENTITIES } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { understoodView } from "./understood-view.ts";

const understood = {
  intents: [{ intent: "orderStatus", confidence: 0.93 }],
  provider: "embedded",
  fellBackFrom: "rasa",
  entities: {
    ...NO_ENTITIES,
    names: [{ name: "Anna Field", start: 0, end: 10 }],
    phones: [{ phone: "+79001234567", start: 11, end: 23 }],
    dates: [{ date: "2026-11-20", orElse: null, start: 24, end: 30 }],
  },
};

test("what was understood comes with who ranked it, whom it stood in for, and what was named", () => {
  expect(understoodView(understood, "operator")).toEqual({
    intents: [{ intent: "orderStatus", confidence: 0.93 }],
    provider: "embedded",
    fellBackFrom: "rasa",
    entities: [
      { kind: "date", date: "2026-11-20", orElse: null },
      { kind: "phone", text: "+79001234567" },
      { kind: "name", text: "Anna Field" },
    ],
  });
});

test("a viewer sees of a phone and a name as little as in the message itself", () => {
  expect(understoodView(understood, "viewer")?.entities).toMatchObject([
    { kind: "date" },
    { kind: "phone", text: "•••••••" },
    { kind: "name", text: "A. F." },
  ]);
});

test("nothing is told of a message without, in another form, or with nothing found", () => {
  const nothing = { intents: [], provider: "none", fellBackFrom: null, entities: NO_ENTITIES };
  expect([null, undefined, "words", { intents: 3 }, nothing].map((stored) => understoodView(stored, "lead"))).toEqual(
    Array(5).fill(null),
  );
});
