import { expect, test } from "vitest";

import { digestMessage } from "./digest.ts";

const titles = new Map([
  ["task.overdue", { en: "A task is overdue", ru: "Задача просрочена" }],
  ["deal.stale", { en: "A deal without activity", ru: "Сделка без движения" }],
]);
const about = (ruleCode: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ruleCode,
    subject: `${ruleCode}:${index}`,
    line: `${ruleCode} ${index}`,
  }));

test("a digest goes rule by rule, with how many of each, and the newest word about each record", () => {
  const items = [
    { ruleCode: "task.overdue", subject: "task:1", line: "“Call back” is 1 day late" },
    { ruleCode: "deal.stale", subject: "deal:7", line: "“Roof” has stood still for 7 days" },
    { ruleCode: "task.overdue", subject: "task:2", line: "“Invoice” is 1 day late" },
    { ruleCode: "task.overdue", subject: "task:1", line: "“Call back” is 2 days late" },
  ];
  expect(digestMessage({ items, titles, language: "en" }).text).toBe(
    [
      "Notifications: 3",
      "",
      "[b]A task is overdue[/b] (2)",
      "• “Call back” is 2 days late",
      "• “Invoice” is 1 day late",
      "",
      "[b]A deal without activity[/b]",
      "• “Roof” has stood still for 7 days",
    ].join("\n"),
  );
});

test("a long list is cut, says how much is left, and takes no line from a short one", () => {
  const items = [...about("task.overdue", 900), ...about("deal.stale", 2)];
  const { text } = digestMessage({ items, titles, language: "ru" });
  expect(text.split("\n")).toEqual([
    "Уведомлений: 902",
    "",
    "[b]Задача просрочена[/b] (900)",
    ...Array.from({ length: 8 }, (_, index) => `• task.overdue ${index}`),
    "и ещё 892",
    "",
    "[b]Сделка без движения[/b] (2)",
    "• deal.stale 0",
    "• deal.stale 1",
  ]);
});

test("however many rules there are, a digest stays short, and every record is counted", () => {
  const items = Array.from({ length: 40 }, (_, rule) => about(`own:${rule}`, 3)).flat();
  const { text } = digestMessage({ items, titles, language: "en" });
  const lines = text.split("\n");
  const left = lines.flatMap((line) => /^and (\d+) more$/.exec(line)?.[1] ?? []).map(Number);
  const shown = lines.filter((line) => line.startsWith("•"));
  expect(shown.length).toBe(24);
  expect(shown.length + left.reduce((sum, count) => sum + count, 0)).toBe(120);
});

test("what comes alone has no count", () => {
  const items = [{ ruleCode: "own:1", subject: "deal:7", line: "A line" }];
  expect(digestMessage({ items, titles, language: "en" }).text).toBe("• A line");
});
