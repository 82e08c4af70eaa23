import { describe, expect, test } from "vitest";

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

test.each([{}, { filter: {} }])(
  "10,000 rows take a page and then 50 pages a request, asked for by %j",
  async (params) => {
    const { client, requests } = setup({ "crm.deal.list": fakeList(() => rowsUpTo(10_000)) });
    await listAllRows(client, "crm.deal.list", params);
    expect(requests.map(({ commands }) => commands.length)).toEqual([0, 50, 50, 50, 50]);
  },
);

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

describe("a list that knows no `start`", () => {
  const webhookClient = (replies: Parameters<typeof createScriptedTransport>[0]) => {
    const { transport, calls } = createScriptedTransport(replies);
    return { client: createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget() }), calls };
  };
  const users = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: from + index }));

  test("of bots is walked by `offset` for as long as the portal says that it goes on", async () => {
    const bot = (id: number) => ({ id, code: `bot${id}`, type: "bot" });
    const page = (bots: object[], hasNextPage: boolean) => ({ body: { result: { bots, users: [], hasNextPage } } });
    const { client, calls } = webhookClient([page([bot(1), bot(2)], true), page([bot(3)], false)]);
    const rows = await listAllRows(client, "imbot.v2.Bot.list", { botToken: "x" });
    expect(rows).toMatchObject([{ id: "1" }, { id: "2" }, { id: "3" }]);
    expect(calls.map(({ params }) => params)).toEqual([
      { botToken: "x", limit: 50, offset: 0 },
      { botToken: "x", limit: 50, offset: 2 },
    ]);
  });

  test("and does not say whether it goes on is walked to a page that is not full", async () => {
    const { client, calls } = webhookClient([{ body: { result: users(1, 50) } }, { body: { result: users(51, 3) } }]);
    const rows = await listAllRows(client, "imbot.v2.Chat.User.list", { botId: 1, dialogId: "chat5" });
    expect(rows).toHaveLength(53);
    expect(calls.map(({ params }) => params)).toMatchObject([{ offset: 0 }, { offset: 50 }]);
  });

  test("of open lines takes the place among its PARAMS", async () => {
    const lines = Array.from({ length: 50 }, (_, index) => ({ ID: String(index + 1) }));
    const { client, calls } = webhookClient([{ body: { result: lines } }, { body: { result: [] } }]);
    const PARAMS = { filter: { ACTIVE: "Y" } };
    expect(await listAllRows(client, "imopenlines.config.list.get", { PARAMS })).toHaveLength(50);
    expect(calls.map(({ params }) => params)).toEqual([
      { PARAMS: { ...PARAMS, limit: 50, offset: 0 } },
      { PARAMS: { ...PARAMS, limit: 50, offset: 50 } },
    ]);
  });

  test("of bare ids gives those, by the number of them that the portal tells", async () => {
    const { client } = webhookClient([{ body: { result: [5, 7], total: 3 } }, { body: { result: [9], total: 3 } }]);
    expect(await listAllRows(client, "im.department.colleagues.list", {})).toEqual([5, 7, 9]);
  });

  test("and gives the same page again ends with an error, for rows are missing", async () => {
    const same = { body: { result: users(1, 50) } };
    const { client } = webhookClient([same, same]);
    const reading = listAllRows(client, "imbot.v2.Chat.User.list", { botId: 1, dialogId: "chat5" });
    await expect(reading).rejects.toMatchObject({ code: "unreachable", method: "imbot.v2.Chat.User.list" });
  });

  test("nor an offset is refused before anything is sent, with what to use", async () => {
    const { client, calls } = webhookClient([]);
    const reading = listAllRows(client, "imbot.v2.Event.get", { botId: 1 });
    await expect(reading).rejects.toMatchObject({
      code: "unsupported",
      message: expect.stringContaining("nextOffset"),
    });
    expect(calls).toHaveLength(0);
  });
});

test("a list whose `next` does not grow ends with an error rather than never", async () => {
  const { transport } = createScriptedTransport([
    { body: { result: [{ ID: "1" }], next: 50, total: 100 } },
    { body: { result: [{ ID: "1" }], next: 50, total: 100 } },
  ]);
  const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget() });
  const reading = listAllRows(client, "department.get", {});
  await expect(reading).rejects.toMatchObject({ code: "unreachable", method: "department.get" });
});

test("an answer with several lists is refused rather than given as none", async () => {
  const { transport } = createScriptedTransport([{ body: { result: { LEAD: [1], CONTACT: [2] } } }]);
  const client = createB24Client({ portal: WEBHOOK, transport, budget: createLocalBudget() });
  const reading = listAllRows(client, "crm.duplicate.findbycomm", { type: "PHONE", values: ["+0"] });
  await expect(reading).rejects.toMatchObject({ code: "unsupported" });
});
