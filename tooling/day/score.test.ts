import { expect, test } from "vitest";

import type { Expectation } from "./day-line.ts";
import { type Ending, score } from "./score.ts";

const ALONE: Ending = { handedOver: false, topic: null, said: ["Order A-1042 is shipped"], hasTask: false, crm: [] };
const LEAD = { kind: "lead" as const, name: "Anna Petrova", phones: ["8 (916) 123-45-67"], comment: "wants a kettle" };

test.each<[string, Expectation, Partial<Ending>, ReturnType<typeof score>["result"]]>([
  ["ended alone as it should", { outcome: "contained" }, {}, "contained"],
  ["ended alone where either was right", { outcome: "either" }, {}, "contained"],
  ["ended alone though a person was wanted", { outcome: "operator" }, {}, "wrong"],
  ["said what it had to", { outcome: "contained", said: ["SHIPPED|в пути", "a-1042"] }, {}, "contained"],
  ["did not say one of two", { outcome: "contained", said: ["shipped", "tomorrow"] }, {}, "wrong"],
  ["said what it must not", { outcome: "contained", notSaid: ["A-104[23]"] }, {}, "wrong"],
  ["a topic is nobody's when nobody took over", { outcome: "contained", topic: "return" }, {}, "contained"],
  ["a task that was wanted", { outcome: "contained", task: true }, { hasTask: true }, "contained"],
  ["a task that is missing", { outcome: "contained", task: true }, {}, "wrong"],
  ["a task that nobody wanted", { outcome: "contained", task: false }, { hasTask: true }, "wrong"],
  ["the phone in E.164", { outcome: "contained", crm: { phone: "+79161234567" } }, { crm: [LEAD] }, "contained"],
  ["another phone", { outcome: "contained", crm: { phone: "+79161234568" } }, { crm: [LEAD] }, "wrong"],
  ["the name in any case", { outcome: "contained", crm: { name: "anna" } }, { crm: [LEAD] }, "contained"],
  ["the comment", { outcome: "contained", crm: { comment: "kettle$" } }, { crm: [LEAD] }, "contained"],
  ["no lead at all", { outcome: "contained", crm: { comment: "kettle" } }, {}, "wrong"],
  ["handed over, rightly", { outcome: "operator", topic: "return" }, { handedOver: true, topic: "return" }, "operator"],
  ["handed over with no tag to check", { outcome: "operator" }, { handedOver: true }, "operator"],
  ["handed over where either was right", { outcome: "either" }, { handedOver: true, topic: "other" }, "operator"],
  [
    "handed over with another tag",
    { outcome: "either", topic: "return" },
    { handedOver: true, topic: "other" },
    "mistagged",
  ],
  ["handed over without a tag", { outcome: "operator", topic: "return" }, { handedOver: true }, "mistagged"],
  [
    "handed over for nothing",
    { outcome: "contained", topic: "return" },
    { handedOver: true, topic: "other" },
    "missed",
  ],
  ["what is owed to no operator", { outcome: "operator", said: ["x"], task: true }, { handedOver: true }, "operator"],
  ["leaked before it handed over", { outcome: "operator", notSaid: ["a-1042"] }, { handedOver: true }, "wrong"],
])("%s", (_what, expected, ending, result) => {
  const verdict = score(expected, { ...ALONE, ...ending });

  expect(verdict.result).toBe(result);
  expect(verdict.failures.length > 0).toBe(!["contained", "operator"].includes(result));
});

test("a failure says what was expected and what was there", () => {
  const { failures } = score(
    { outcome: "contained", said: ["tomorrow"], notSaid: ["shipped"], crm: { phone: "+12025550100" } },
    { ...ALONE, crm: [LEAD] },
  );

  expect(failures).toEqual([
    "said /shipped/: Order A-1042 is shipped",
    "never said /tomorrow/",
    "CRM lacks the phone +12025550100 (lead: 8 (916) 123-45-67)",
  ]);
});
