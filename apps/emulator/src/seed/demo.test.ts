import { expect, test } from "vitest";

import { createPortal } from "../create-portal.ts";
import { staffOf } from "../people/departments.ts";
import { ancestryOf } from "../people/department-tree.ts";
import { groupMembers } from "../people/work-groups.ts";
import { DEMO_SEED, Seed, seedState } from "../seed.ts";
import { plantSeed } from "./plant-seed.ts";

async function demoPortal() {
  const portal = createPortal({ state: seedState(DEMO_SEED), origin: () => "http://127.0.0.1" });
  await plantSeed(portal, Seed.parse(DEMO_SEED));
  return portal;
}

test("the demo company is three levels deep, has a department of four, and a project of those who help", async () => {
  const { state } = await demoPortal();
  const departments = [...state.departments.values()];
  expect(Math.max(...departments.map((department) => ancestryOf(state, department).length))).toBe(3);
  expect(departments.filter(({ headId }) => headId === null)).toEqual([]);
  const sales = departments.find(({ name }) => name === "Sales");
  expect(staffOf(state, sales?.id ?? 0).map(({ firstName }) => firstName)).toEqual(["Emma", "Мария", "Igor", "Sofia"]);
  const helpdesk = [...state.workGroups.values()].find(({ name }) => name === "Helpdesk");
  expect(helpdesk && groupMembers(helpdesk)).toEqual([2, 12, 13, 14]);
});

test("each of 300 deals stands where the last step of its history has brought it, within the last year", async () => {
  const portal = await demoPortal();
  const { deals, stageChanges } = portal.state;
  const sold = [...deals.values()].filter(({ opened }) => opened === "N");
  const histories = Map.groupBy(stageChanges.values(), ({ ownerId }) => ownerId);
  for (const deal of sold) {
    const steps = histories.get(deal.id) ?? [];
    expect([steps[0]?.kind, steps[0]?.at]).toEqual([1, deal.createdTime]);
    expect(steps.at(-1)?.stageId).toBe(deal.stageId);
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted());
    // Nothing happens to a deal that has ended.
    expect(steps.slice(0, -1).every(({ stageSemanticId }) => stageSemanticId === "P")).toBe(true);
  }
  const months = new Set(sold.map(({ createdTime }) => createdTime.slice(0, 7)));
  const outcomes = Object.entries(Object.groupBy(sold, ({ stageSemanticId }) => stageSemanticId ?? ""));
  expect(sold).toHaveLength(300);
  expect([...stageChanges.values()].every(({ at }) => Date.parse(at) <= portal.now().getTime())).toBe(true);
  expect(months.size).toBeGreaterThanOrEqual(12);
  expect(new Set(sold.map(({ currencyId }) => currencyId))).toEqual(new Set(["RUB", "USD"]));
  expect(new Set(sold.map(({ categoryId }) => categoryId))).toEqual(new Set([0, 1]));
  expect(new Set(sold.map(({ assignedById }) => assignedById)).size).toBe(6);
  for (const [outcome, some] of outcomes) expect([outcome, (some?.length ?? 0) >= 15]).toEqual([outcome, true]);
});

test("several people have something to do today and something overdue", async () => {
  const portal = await demoPortal();
  const now = portal.now().getTime();
  const due = [...portal.state.tasks.values()].flatMap(({ responsibleId, deadline }) =>
    deadline === null ? [] : [{ responsibleId, hours: (Date.parse(deadline) - now) / 3_600_000 }],
  );
  const people = (meets: (hours: number) => boolean) =>
    new Set(due.filter(({ hours }) => meets(hours)).map(({ responsibleId }) => responsibleId)).size;
  expect(people((hours) => hours > 0 && hours <= 4)).toBeGreaterThanOrEqual(3);
  expect(people((hours) => hours < 0)).toBeGreaterThanOrEqual(3);
});
