import { expect, test } from "vitest";

import { BUILT_IN_RULES } from "./built-in/built-in-rules.ts";
import { checkRule } from "./check-rule.ts";
import { compileCondition, holds } from "./condition.ts";

const template = { title: "Deal {record.title}", rows: [] };
const rule = (more: Record<string, unknown>) => ({
  title: { en: "A rule", ru: "Правило" },
  trigger: { kind: "record", record: "deal", changes: ["updated"] },
  audience: [{ kind: "role", role: "responsible" }],
  template: { en: template, ru: template },
  ...more,
});
const trigger = { kind: "record" as const, record: "deal" as const, changes: ["updated" as const] };
const values = {
  record: { title: "Pumps", amount: 150, stageId: "WON", outcome: "won", responsibleId: "2" },
  before: { stageId: "NEW" },
  change: "updated",
  actor: "3",
  settings: { bigDeal: 100 },
};

test.each(BUILT_IN_RULES.map((one) => [one.code, one] as const))("the built-in rule %s has no fault", (_, one) => {
  expect(checkRule(one).faults).toEqual([]);
});

test.each([
  ["record.amount >= settings.bigDeal", true],
  ["before != null && before.stageId != record.stageId", true],
  ['record.outcome in ["won", "lost"] && actor != record.responsibleId', true],
  ['record.title.contains("valves")', false],
  ['has(record.title) && record.title.lowerAscii().startsWith("pump") && string(record.amount).size() > 2', true],
  ['timestamp("2026-11-22T10:00:00Z").getDayOfWeek("Europe/Moscow") == 0 && ["a"].map(x, x.size()).size() == 1', true],
  ['record.title + "!" == "Pumps!"', true],
  ["", true],
])("the condition %s gives %s", (condition, expected) => {
  expect(holds({ condition, trigger }, values)).toBe(expected);
});

test.each([
  ['record.titel == "x"', 'at character 1 ("record.titel == "x""): a deal has no "titel" in record'],
  ["record.amount > ", "Unexpected token"],
  ["record.amount + 1 > 0 && nobody", "at character 26"],
  ["record.title", "true or false"],
  ["1 + 1", "true or false"],
  ["record.amount.foo()", "foo"],
  ['record.title.matches("^(a+)+$")', "may take too long"],
  ["[1].all(a, [1].all(b, [1].all(c, true)))", "more than 2 loops"],
  // Each of these binds a list twice as long as the one before it: short words, and as long a list as one likes.
  ["cel.bind(a, [1,1], cel.bind(b, a + a, cel.bind(c, b + b, c.size() > 1)))", '"bind" cannot be used here'],
  ['record.title.split("").size() > 1', '"split" cannot be used here'],
  ["optional.of(1).hasValue()", "cannot be used here"],
  ["([1] + [2]).size() > 1", "lists cannot be added"],
  ["[[1]].map(a, a + a).size() > 1", "within a loop"],
  [`[${"1,".repeat(500)}1].size() > 1`, "Exceeded"],
  [`${"(".repeat(200)}true${")".repeat(200)}`, "Exceeded"],
])("the condition %s is refused, with place and reason", (condition, reason) => {
  expect(() => holds({ condition, trigger }, values)).toThrow(
    expect.objectContaining({ code: "invalid", message: expect.stringContaining(reason) }),
  );
});

test("a condition is compiled once for as long as it is remembered", () => {
  expect(compileCondition("record.amount > 1.5", trigger)).toBe(compileCondition("record.amount > 1.5", trigger));
});

const TASK = { trigger: { kind: "record", record: "task", changes: ["updated"] } };
const DELETED = { trigger: { kind: "record", record: "deal", changes: ["deleted"] } };
const PAYMENT = { trigger: { kind: "hook", source: "payment" } };
const PERSON = { kind: "person", id: "7" };

test.each([
  { audience: [{ kind: "chat", dialogId: "chat42" }, { kind: "chat", dialogId: "sg7" }, PERSON] },
  { ...TASK, template: { en: { title: "{record.statusName}", rows: [] }, ru: template } },
  { ...DELETED, audience: [PERSON], condition: "before.amount > settings.bigDeal" },
  { ...PAYMENT, audience: [PERSON], condition: 'change == "added" && record.fields.shop == "main"' },
  { condition: 'change != "added" && settings.onCall.exists(id, id == actor)' },
])("the rule with %j can tell somebody, and has no fault", (more) => {
  expect(checkRule(rule(more)).faults).toEqual([]);
});

test.each([
  [{ condition: "record.titel == 1" }, "condition"],
  [{ template: { en: { title: "{record.titel}", rows: [] }, ru: template } }, "template.en.title"],
  [
    { template: { en: template, ru: { title: "x", rows: [{ name: "n", value: "{before.title}" }] } } },
    "template.ru.rows.0.value",
  ],
  [{ trigger: { kind: "record", record: "lead", changes: ["overdue"] } }, "trigger.changes"],
  [{ buttons: ["complete"] }, "buttons"],
  [{ audience: [] }, "audience"],
  [{ trigger: { kind: "hook", source: "payment" }, buttons: ["take"] }, "buttons"],
  // These would never tell anybody.
  [{ ...TASK, condition: 'record.statusName == "in progress"' }, "condition"],
  [{ ...TASK, condition: 'before.statusName == "in progress"' }, "condition"],
  [{ condition: 'actor.id == "3"' }, "condition"],
  [{ condition: "settings.foo > 1" }, "condition"],
  [{ condition: 'record["titel"] == "x"' }, "condition"],
  [{ condition: 'change == "changed" || record.amount > 1.0' }, "condition"],
  [{ condition: 'change == "added" && record.amount > 1.0' }, "condition"],
  [{ ...DELETED, condition: "record.amount > 1.0" }, "condition"],
  [{ ...DELETED, audience: [PERSON, { kind: "role", role: "creator" }] }, "audience.1"],
  [{ ...DELETED, audience: [{ kind: "supervisor" }] }, "audience.0"],
  [{ ...PAYMENT, audience: [{ kind: "role", role: "responsible" }] }, "audience.0"],
  [{ ...PAYMENT, audience: [PERSON], condition: "before.amount != record.amount" }, "condition"],
  [{ ...PAYMENT, audience: [PERSON], condition: 'change == "updated"' }, "condition"],
  [{ audience: [{ kind: "person", id: "Иванов" }] }, "audience.0.id"],
  [{ audience: [{ kind: "department", id: "sales" }] }, "audience.0.id"],
  [{ audience: [{ kind: "on_call", rota: "  " }] }, "audience.0.rota"],
  // A person is told by their wishes, and is no chat.
  [{ audience: [{ kind: "chat", dialogId: "7" }] }, "audience.0.dialogId"],
])("a slip in %j is named at %s", (more, place) => {
  const { rule: checked, faults } = checkRule(rule(more));
  expect(checked).toBeNull();
  expect(faults.map((fault) => fault.place)).toContain(place);
});
