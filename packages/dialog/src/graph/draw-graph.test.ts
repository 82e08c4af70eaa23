import { expect, test } from "vitest";

import { type DialogDefinition, defineDialog } from "../dialogs/dialog.ts";
import { graphOf } from "./dialog-graph.ts";
import { drawGraph } from "./draw-graph.ts";
import { graphWords } from "./graph-words.ts";
import { layOut } from "./lay-out.ts";

const number = { read: () => ({ kind: "unclear" }) as const };
const line = (text: string) => () => ({ text });

/** A dialog with a step of every kind, with and without a condition. */
function newDialog(change: Partial<DialogDefinition> = {}): DialogDefinition {
  return defineDialog({
    name: "orderStatus",
    version: 3,
    topic: "order_status",
    digressions: ["workingHours"],
    slots: { number, phone: number },
    steps: {
      hello: { kind: "say", say: line("hello") },
      number: { kind: "ask", slot: "number", ask: line("askNumber"), again: line("again") },
      phone: {
        kind: "ask",
        slot: "phone",
        if: () => true,
        when: "the portal knows no phone",
        ask: ({ told }) => ({ text: (told as { key: string }).key }),
        again: line("again"),
      },
      find: {
        kind: "request",
        request: "findOrder",
        params: () => ({}),
        fills: ["order"],
        take: () => ({ slots: {} }),
      },
      away: { kind: "end", if: () => true, end: () => ({ outcome: "handed_over" }) },
      told: { kind: "end", end: () => ({ outcome: "solved" }) },
    },
    ...change,
  });
}

const CLIENTS = { hasOperators: true };
const words = graphWords("en", { text: (key) => `the words of ${key}` });

test("a step that does not always count has a way to it, with its reason, and a way past it", () => {
  const { edges } = graphOf(newDialog(), CLIENTS);
  expect(edges).toEqual([
    { from: "begin", to: "hello", when: null },
    { from: "hello", to: "number", when: null },
    { from: "number", to: "?phone", when: null },
    { from: "?phone", to: "phone", when: "the portal knows no phone" },
    { from: "?phone", to: "find", when: null },
    { from: "phone", to: "find", when: null },
    { from: "find", to: "?away", when: null },
    { from: "?away", to: "away", when: "" },
    { from: "?away", to: "told", when: null },
  ]);
});

test("a question whose words depend on what was told is drawn without them", () => {
  const asks = graphOf(newDialog(), CLIENTS).nodes.filter((node) => node.kind === "ask");
  expect(asks.map(({ slot, text }) => [slot, text])).toEqual([
    ["number", "askNumber"],
    ["phone", null],
  ]);
});

test("what holds at every question is told with its limits, and only where there is one to answer", () => {
  const silence = {
    remindAfterMs: 4 * 3_600_000,
    expireAfterMs: 72 * 3_600_000,
    remind: { text: "a" },
    expired: { text: "b" },
  };
  const { anyTime } = graphOf(newDialog({ silence, mostMisses: 3 }), CLIENTS);
  expect(anyTime.map(words.rule)).toEqual([
    "“back” returns to the question before",
    "“cancel” ends the dialog",
    "“operator” calls a person",
    "3 useless answers call a person",
    "answered in between: working hours",
    "silence: a reminder after 4 hours, the end after 72 hours",
  ]);
  const steps: DialogDefinition["steps"] = { told: { kind: "end", end: () => ({ outcome: "solved" }) } };
  expect(graphOf(newDialog({ steps }), CLIENTS).anyTime).toEqual([]);
});

test("where nobody takes over, no person is promised", () => {
  const { anyTime } = graphOf(newDialog({ mostMisses: 4 }), { hasOperators: false });
  expect(anyTime.map(words.rule).slice(1, 4)).toEqual([
    "“cancel” ends the dialog",
    "“operator” ends the dialog",
    "4 useless answers end it",
  ]);
});

test("no two steps of a picture overlap, and every way keeps within it", () => {
  const { nodes, ways, width, height } = layOut(graphOf(newDialog(), CLIENTS), words);
  const boxes = nodes.filter(({ kind }) => kind !== "fork");
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        one.y + one.height < other.y ||
        other.y + other.height < one.y ||
        one.x + one.width < other.x ||
        other.x + other.width < one.x;
      expect([one.id, other.id, isApart]).toEqual([one.id, other.id, true]);
    }
  }
  for (const [x, y] of ways.flatMap(({ points }) => points)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(height);
  }
});

test("hostile words come out as words, in a picture without script or style", () => {
  const hostile = `</text><script>alert(1)</script>"'&\u0000`;
  const svg = drawGraph(
    graphOf(newDialog({ name: hostile }), CLIENTS),
    graphWords("ru", { text: () => hostile, name: () => hostile }),
    { at: "number" },
  );
  expect(svg).not.toMatch(/<(script|style)|style=|\son\w+=/i);
  expect(svg).not.toContain("\u0000");
  expect(svg).toContain("&lt;script&gt;");
  expect(svg.match(/data-at="true"/g)).toHaveLength(1);
});

test("a picture in a file of its own brings its colours, light and dark", () => {
  expect(drawGraph(graphOf(newDialog(), CLIENTS), words, { isAlone: true })).toMatch(
    /<style>.*prefers-color-scheme:dark/,
  );
});
