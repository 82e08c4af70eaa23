import type { RecordChange } from "@botdeck/core";
import { expect, test } from "vitest";

import { BUILT_IN_RULES } from "./built-in/built-in-rules.ts";
import { whatIf } from "./what-if.ts";

const settings = { timeZone: "UTC", bigDeal: 0 };
const stage = BUILT_IN_RULES.find(({ code }) => code === "deal.stage");
const people = { "2": { name: "Anna Berg", headIds: ["4"], departmentIds: [] } };

function sample(id: string, minute: number, facts: Record<string, unknown>, more: Partial<RecordChange> = {}) {
  const record = { id: "17", title: "Pumps", responsibleId: "2", outcome: "open", stageName: "Papers", ...facts };
  const change: RecordChange = {
    kind: "record.changed",
    portalId: "p",
    botId: "b",
    subject: "deal:17",
    change: "updated",
    record,
    history: null,
    people,
    userId: "3",
    occurredAt: `2026-11-20T09:0${minute}:00Z`,
    ...more,
  };
  return { id, change };
}

test("a rule is tried on what happened: each change is compared with the one before it, in whatever order they are given", () => {
  if (stage === undefined) throw new Error("no such rule");
  const samples = [
    sample("c", 3, { stageId: "B" }),
    sample("a", 1, { stageId: "A" }),
    sample("b", 2, { stageId: "B" }),
    sample("own", 4, { stageId: "C", movedById: "2" }),
    sample("other", 5, {}, { subject: "lead:3" }),
  ];
  const imagined = whatIf({ rule: stage, samples, settings, language: "en" });
  expect(imagined.map(({ id, outcome }) => [id, outcome])).toEqual([
    ["a", "not_matched"],
    ["b", "told"],
    ["c", "not_matched"],
    ["own", "nobody"],
  ]);
  expect(imagined[1]).toMatchObject({
    text: "Deal “Pumps” moved to “Papers”",
    recipients: [{ dialogId: "2", name: "Anna Berg", as: "responsible" }],
  });
});

test("a condition that fails on some of them says why, and is tried on the others", () => {
  if (stage === undefined) throw new Error("no such rule");
  const rule = { ...stage, condition: "record.closesOn.size() > 3" };
  const samples = [sample("a", 1, {}), sample("b", 2, { closesOn: "2026-12-01" })];
  expect(
    whatIf({ rule, samples, settings, language: "ru" }).map(({ outcome, fault }) => [outcome, fault !== null]),
  ).toEqual([
    ["failed", true],
    ["told", false],
  ]);
});
