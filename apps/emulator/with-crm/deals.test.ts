import { createStageCache, readDeals, readStageMoves, readStages, type StageMove } from "@botdeck/crm";
import { expect, test } from "vitest";

import { addCategory } from "../src/crm/stages.ts";
import { DEAL } from "../src/crm/entity-kind.ts";
import { Sales, seedSales } from "../src/seed/sales.ts";
import { PEOPLE } from "../src/testing/test-portal.ts";
import { type Office, startOffice } from "./office.ts";

async function setup(deals: number) {
  const office = await startOffice();
  const { state } = office.portal;
  const repairs = addCategory(state, DEAL, "Repairs").id;
  seedSales(
    office.portal,
    Sales.parse({ deals, owners: [2, 3, 4], funnels: [0, repairs], currencies: ["RUB", "USD"] }),
  );
  const admin = await office.clientOf(PEOPLE.manager);
  office.sent();
  return { office, admin, repairs, deals: [...state.deals.values()], moves: [...state.stageChanges.values()] };
}

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

const cost = (office: Office) => {
  const sent = office.sent();
  return { requests: sent.length, calls: sent.flatMap(({ calls }) => calls).length };
};

test("10,000 deals and their way through the stages are read within the budget, each of them once", async () => {
  const { office, admin, deals, moves } = await setup(10_000);
  const progress: number[] = [];
  const begun = performance.now();
  const read = await all(readDeals(admin, {}, { onProgress: (count) => progress.push(count) }));
  const readMs = performance.now() - begun;
  const forDeals = cost(office);
  const [first] = read.map(({ createdAt }) => createdAt).toSorted();
  const steps = await all(readStageMoves(admin, { since: first ?? "" }));
  const forMoves = cost(office);

  console.log(
    `10,000 deals: ${forDeals.requests} requests (${forDeals.calls} calls), ${Math.round(readMs)} ms; ` +
      `${steps.length} steps: ${forMoves.requests} requests (${forMoves.calls} calls), ` +
      `${Math.round(performance.now() - begun - readMs)} ms`,
  );
  expect(new Set(read.map(({ id }) => id)).size).toBe(10_000);
  expect(sum(read)).toBe(sum(deals.map((deal) => ({ amount: deal.opportunity ?? 0 }))));
  expect(new Set(steps.map(({ id }) => id)).size).toBe(moves.length);
  expect(forDeals.requests + forMoves.requests).toBeLessThanOrEqual(48);
  expect(progress.slice(0, 2)).toEqual([50, 100]);
  expect(progress.at(-1)).toBe(10_000);
}, 120_000);

const sum = (deals: readonly { amount: number }[]) => deals.reduce((total, { amount }) => total + amount, 0);

test("deals are read by period, person and funnel, and only those that the reader may see", async () => {
  const { office, admin, deals, repairs } = await setup(300);
  const ids = async (query: Parameters<typeof readDeals>[1], client = admin) =>
    (await all(readDeals(client, query))).map(({ id }) => Number(id));
  const [since, before] = ["2026-02-01T00:00:00+03:00", "2026-03-01T00:00:00+03:00"];
  const inFebruary = ({ createdTime }: { createdTime: string }) =>
    Date.parse(createdTime) >= Date.parse(since) && Date.parse(createdTime) < Date.parse(before);
  const meant = deals.filter(
    (deal) => inFebruary(deal) && [2, 4].includes(deal.assignedById) && deal.categoryId === repairs,
  );
  expect(meant.length).toBeGreaterThan(2);
  const query = { createdSince: since, createdBefore: before, categoryId: String(repairs) };
  expect(await ids({ ...query, assignedTo: ["2", "4"] })).toEqual(meant.map(({ id }) => id));
  expect(await ids({ assignedTo: [] })).toEqual([]);
  const own = await office.clientOf("4");
  expect(await ids({}, own)).toEqual(deals.filter(({ assignedById }) => assignedById === 4).map(({ id }) => id));
});

test("the steps of some deals are all of theirs and no others, in their order", async () => {
  const { admin, deals, moves } = await setup(600);
  const meant = deals.slice(100, 400).map(({ id }) => String(id));
  const read: StageMove[] = await all(readStageMoves(admin, { dealIds: meant }));
  const expected = moves.filter(({ ownerId }) => meant.includes(String(ownerId)));
  expect(read.map(({ id }) => Number(id)).toSorted((one, other) => one - other)).toEqual(expected.map(({ id }) => id));
  for (const dealId of meant.slice(0, 20)) {
    const own = read.filter((move) => move.dealId === dealId);
    expect(own[0]?.kind).toBe("created");
    expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted());
  }
  expect(await all(readStageMoves(admin, { dealIds: [] }))).toEqual([]);
});

test("stages are told with their funnel, order and meaning, and asked for again after ten minutes", async () => {
  const { office, admin, repairs } = await setup(1);
  const clock = { ms: 0 };
  const stages = createStageCache(() => clock.ms);
  const { funnels, byId, open } = await stages.of("portal", admin);
  expect(funnels.map(({ id, stages: own }) => [id, own.length])).toEqual([
    [String(repairs), 8],
    ["0", 8],
  ]);
  const outcomes = (prefix: string) => ["NEW", "WON", "LOSE"].map((id) => byId.get(prefix + id)?.outcome);
  expect([outcomes(""), outcomes(`C${repairs}:`)]).toEqual(Array(2).fill(["open", "won", "lost"]));
  expect([byId.get("EXECUTING")?.order, open.length]).toEqual([3, 10]);
  expect(cost(office)).toEqual({ requests: 1, calls: 2 });
  clock.ms = 599_999;
  await stages.of("portal", admin);
  expect(cost(office).requests).toBe(0);
  clock.ms = 600_000;
  await stages.of("portal", admin);
  expect(cost(office).requests).toBe(1);
  expect((await readStages(admin)).open).toEqual(open);
});

test("a deal is told whole", async () => {
  const { admin, deals } = await setup(1);
  const [deal] = await all(readDeals(admin, {}));
  const [kept] = deals;
  expect(deal).toEqual({
    id: "1",
    title: kept?.title,
    amount: kept?.opportunity,
    currency: kept?.currencyId,
    stageId: kept?.stageId,
    categoryId: String(kept?.categoryId),
    assignedById: String(kept?.assignedById),
    contactId: null,
    companyId: null,
    createdAt: kept?.createdTime,
    movedAt: kept?.movedTime,
    lastActivityAt: kept?.lastActivityTime,
    closesOn: String(kept?.["closedate"]).slice(0, 10),
  });
});
