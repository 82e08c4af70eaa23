import { expect, test } from "vitest";

import { createB24Client } from "../client.ts";
import { createLocalBudget } from "../rate-budget.ts";
import { createFakePortal, fakeList, type FakeMethod, type FakeRequest } from "../testing/fake-portal.ts";
import { createScriptedTransport } from "../testing/scripted-transport.ts";
import { listAll, listAllRows } from "./list-all.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
const rowsUpTo = (count: number) => Array.from({ length: count }, (_, index) => ({ ID: String(index + 1) }));
const idsUpTo = (count: number) => rowsUpTo(count).map(({ ID }) => ID);

function setup(
  methods: Record<string, FakeMethod>,
  onRequest: (request: FakeRequest, index: number) => void = () => {},
) {
  const portal = createFakePortal(methods, (request, index) => {
    onRequest(request, index);
    return undefined;
  });
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  return { client, requests: portal.requests };
}

test.each([0, 1, 49, 50, 51, 100, 2_600])("a list of %i rows comes whole and in order", async (count) => {
  const { client } = setup({ "crm.deal.list": fakeList(() => rowsUpTo(count)) });
  const rows = await listAllRows(client, "crm.deal.list", { filter: { CATEGORY_ID: 0 } });
  expect(rows.map(({ ID }) => ID)).toEqual(idsUpTo(count));
});

test("10,000 rows take a page and then 50 pages a request", async () => {
  const { client, requests } = setup({ "crm.deal.list": fakeList(() => rowsUpTo(10_000)) });
  await listAllRows(client, "crm.deal.list", {});
  expect(requests.map(({ commands }) => commands.length)).toEqual([0, 50, 50, 50, 50]);
});

test("rows that are added while it is read come once, and none is lost", async () => {
  let count = 230;
  const { client } = setup({ "crm.deal.list": fakeList(() => rowsUpTo(count)) }, () => void (count += 30));
  const ids = (await listAllRows(client, "crm.deal.list", {})).map(({ ID }) => ID);
  expect(ids).toEqual(idsUpTo(ids.length));
  expect(ids.length).toBeGreaterThan(260);
});

test("a searched text that looks like a reference to another result reaches the portal as it is", async () => {
  const { client, requests } = setup({ "crm.deal.list": fakeList(() => rowsUpTo(120)) });
  const filter = { "%TITLE": "$result[p0][0][TITLE]" };
  expect(await listAllRows(client, "crm.deal.list", { filter })).toHaveLength(120);
  expect(requests.map(({ method, params }) => [method, params["filter"]])).toEqual([
    ["crm.deal.list", filter],
    ["crm.deal.list", { ...filter, ">ID": "50" }],
    ["crm.deal.list", { ...filter, ">ID": "100" }],
  ]);
});

test("a page that the portal refuses is told after the rows before it were given", async () => {
  const list = fakeList(() => rowsUpTo(500));
  const refusing: FakeMethod = (params) => {
    const { ">ID": after } = params["filter"] as { ">ID"?: string };
    if (Number(after) >= 150) throw { error: "ACCESS_DENIED", error_description: "No" };
    return list(params);
  };
  const { client } = setup({ "crm.deal.list": refusing });
  const given: unknown[] = [];
  const reading = (async () => {
    for await (const { ID } of listAll(client, "crm.deal.list", {})) given.push(ID);
  })();
  await expect(reading).rejects.toMatchObject({ code: "forbidden", method: "crm.deal.list" });
  expect(given).toEqual(idsUpTo(150));
});

test("whoever stops reading asks for no further page, and cancelling ends the read", async () => {
  const { client, requests } = setup({ "crm.deal.list": fakeList(() => rowsUpTo(5_000)) });
  for await (const { ID } of listAll(client, "crm.deal.list", {})) if (ID === "10") break;
  expect(requests).toHaveLength(1);

  const controller = new AbortController();
  const reading = (async () => {
    const rows = listAll(client, "crm.deal.list", {}, { signal: controller.signal });
    for await (const { ID } of rows) if (ID === "10") controller.abort();
  })();
  await expect(reading).rejects.toMatchObject({ code: "unreachable", outcome: "not_applied" });
});

test("a list in another order is walked by `next`, and a row that slipped to the next page is given once", async () => {
  const { transport, calls } = createScriptedTransport([
    { body: { result: [{ ID: "9" }, { ID: "8" }], next: 2, total: 3 } },
    { body: { result: [{ ID: "8" }, { ID: "7" }], total: 4 } },
  ]);
  const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget() });
  const rows = await listAllRows(client, "crm.deal.list", { order: { ID: "DESC" } });
  expect(rows.map(({ ID }) => ID)).toEqual(["9", "8", "7"]);
  expect(calls.map(({ params }) => params)).toEqual([{ order: { ID: "DESC" } }, { order: { ID: "DESC" }, start: 2 }]);
});
