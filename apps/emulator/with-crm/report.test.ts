import { countForReport, gatherReport, readStages, type ReportStep } from "@botdeck/crm";
import { expect, test } from "vitest";

import { seedSales } from "../src/seed/sales.ts";
import { PEOPLE } from "../src/testing/test-portal.ts";
import { type Office, startOffice } from "./office.ts";

const DEALS = 10_000;
const MONTHS = 6;
const DAY_MS = 86_400_000;
/** What a portal takes at once. */
const BURST = 48;

/** By the portal's clock. */
const dayAgo = ({ portal }: Office, days: number) =>
  new Date(portal.now().getTime() - days * DAY_MS).toISOString().slice(0, 10);

test("10,000 deals and their ways are read in one burst of requests, and are all that the portal has", async () => {
  const office = await startOffice();
  const { state } = office.portal;
  seedSales(office.portal, {
    deals: DEALS,
    months: MONTHS,
    owners: [Number(PEOPLE.employee), Number(PEOPLE.operator)],
    funnels: [0],
    currencies: ["RUB", "USD"],
  });
  const admin = await office.clientOf(PEOPLE.manager);
  const stages = await readStages(admin);
  office.sent();
  const period = { from: dayAgo(office, MONTHS * 30 + 1), to: dayAgo(office, 0), timeZone: "UTC" };
  const steps: ReportStep[] = [];
  const asked = { period, assignedTo: null, stages };
  const { report, deals } = await gatherReport(admin, asked, { onStep: (step) => void steps.push(step) });

  expect(office.sent().length).toBeLessThanOrEqual(BURST);
  expect(steps.filter(({ step }) => step === "deals").map(({ read }) => read)).toContain(5_000);
  // Counted in what the portal itself has.
  const all = [...state.deals.values()];
  expect(new Set(deals.map(({ id }) => id)).size).toBe(all.length);
  const semantics = new Map([...stages.byId].map(([id, { outcome }]) => [id, outcome]));
  const ended = (outcome: string) => all.filter(({ stageId }) => semantics.get(String(stageId)) === outcome).length;
  expect(report.totals).toMatchObject({ count: DEALS, won: ended("won"), lost: ended("lost") });
  for (const { currency, amount } of report.totals.sums) {
    const own = all.filter((deal) => deal.currencyId === currency);
    expect(amount).toBe(own.reduce((sum, deal) => sum + Number(deal.opportunity), 0));
  }
  // How far each deal came, by every step that stands in the portal's history.
  const path = stages.funnels[0]?.stages.filter(({ outcome }) => outcome !== "lost").map(({ id }) => id) ?? [];
  const furthest = new Map<number, number>();
  for (const { ownerId, stageId } of state.stageChanges.values()) {
    furthest.set(ownerId, Math.max(furthest.get(ownerId) ?? 0, path.indexOf(stageId)));
  }
  const entered = path.map((_, place) => [...furthest.values()].filter((at) => at >= place).length);
  expect(report.funnels[0]?.stages.map((stage) => stage.entered)).toEqual(entered);
}, 120_000);

test("a report has the deals that its person may see, of the days of its zone, and counts them beforehand", async () => {
  const office = await startOffice();
  const [employee, operator] = [Number(PEOPLE.employee), Number(PEOPLE.operator)];
  seedSales(office.portal, { deals: 200, months: 2, owners: [employee, operator], funnels: [0], currencies: ["RUB"] });
  const [admin, own] = [await office.clientOf(PEOPLE.manager), await office.clientOf(PEOPLE.employee)];
  const stages = await readStages(admin);
  const period = { from: dayAgo(office, 29), to: dayAgo(office, 0), timeZone: "Asia/Tokyo" };
  const read = async (client: typeof admin, assignedTo: readonly string[] | null) => {
    const { deals, report } = await gatherReport(client, { period, assignedTo, stages });
    const { now } = await countForReport(client, period, assignedTo);
    expect(now).toBe(deals.length);
    expect(report.totals.count).toBe(deals.length);
    return new Set(deals.map(({ assignedById }) => assignedById));
  };
  expect(await read(admin, null)).toEqual(new Set([PEOPLE.employee, PEOPLE.operator]));
  expect(await read(own, null)).toEqual(new Set([PEOPLE.employee]));
  expect(await read(own, [PEOPLE.operator])).toEqual(new Set());
  expect(await read(admin, [PEOPLE.operator])).toEqual(new Set([PEOPLE.operator]));
});
