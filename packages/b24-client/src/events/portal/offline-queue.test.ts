import { expect, test } from "vitest";

import { createB24Client } from "../../client.ts";
import { createLocalBudget } from "../../rate-budget.ts";
import { createFakePortal } from "../../testing/fake-portal.ts";
import { confirmOffline, queueOffline, reserveOffline } from "./offline-queue.ts";

type Row = { ID: string; EVENT_NAME: string; PROCESS_ID: string };

/** A portal with a queue of these events, and what it was asked to queue. */
function setup(count: number) {
  const rows: Row[] = Array.from({ length: count }, (_, index) => {
    return { ID: `${index + 1}`, EVENT_NAME: "ONCRMDEALADD", PROCESS_ID: "" };
  });
  const bound: string[] = [];
  let readers = 0;
  const { transport } = createFakePortal({
    "event.get": () => bound.map((event) => ({ event, handler: "", auth_type: 0, offline: 1 })),
    "event.bind"(params) {
      const event = String(params["event"]);
      if (event === "ONCRMLEADADD") throw { error: "ERROR_EVENT_NOT_FOUND", error_description: "Event not found" };
      bound.push(event);
      return true;
    },
    "event.offline.list": () => rows.slice(0, 50),
    "event.offline.get"(params) {
      const reader = typeof params["process_id"] === "string" ? params["process_id"] : "";
      const taken = rows.filter(({ PROCESS_ID }) => PROCESS_ID === reader).slice(0, Number(params["limit"]));
      const process_id = reader === "" ? `reader-${++readers}` : reader;
      for (const row of taken) row.PROCESS_ID = process_id;
      return { process_id, events: taken.map((row) => ({ ...row, EVENT_DATA: { FIELDS: { ID: row.ID } } })) };
    },
    "event.offline.clear"(params) {
      rows.splice(0, rows.length, ...rows.filter(({ PROCESS_ID }) => PROCESS_ID !== params["process_id"]));
      return true;
    },
  });
  const portal = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
  return { client: createB24Client({ portal, transport, budget: createLocalBudget() }), rows, bound };
}

test("a queue is read page by page until it is empty", async () => {
  const { client, rows } = setup(70);
  const sizes: number[] = [];
  for (let page = await reserveOffline(client); page !== null; page = await reserveOffline(client)) {
    sizes.push(page.events.length);
    await confirmOffline(client, page.processId);
  }
  expect(sizes).toEqual([50, 20]);
  expect(rows).toEqual([]);
});

test("a page that a reader took and died with comes again, and before the rest", async () => {
  const { client } = setup(70);
  const lost = await reserveOffline(client);
  expect(await reserveOffline(client)).toEqual(lost);
});

test("events are queued once, and those that the portal does not have are left out", async () => {
  const { client, bound } = setup(0);
  expect(await queueOffline(client, ["ONCRMDEALADD", "ONCRMLEADADD"])).toEqual(["ONCRMDEALADD"]);
  expect(await queueOffline(client, ["ONCRMDEALADD", "ONTASKADD"])).toEqual(["ONTASKADD"]);
  expect(bound).toEqual(["ONCRMDEALADD", "ONTASKADD"]);
});
