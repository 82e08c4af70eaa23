import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { createFakePortal } from "@botdeck/b24-client/testing";
import { expect, test } from "vitest";

import { whoIsBusy } from "./who-is-busy.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
const ASKED = { people: ["7"], fromDay: "2026-07-14", toDay: "2026-07-31" };

function setup(...rows: object[]) {
  const portal = createFakePortal({
    "calendar.accessibility.get": ({ users }) =>
      Object.fromEntries(Object.values(users as object).map((id) => [id, id === "7" ? rows : []])),
  });
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  return { client, requests: portal.requests };
}

const secondsOf = (moment: string) => String(Date.parse(moment) / 1000);

test.each(["+00:00", "+03:00", "+11:00", "-05:00", "-11:00"])(
  "whole days are the same ones in a portal whose midnight is that of %s",
  async (offset) => {
    const { client } = setup({
      NAME: "Vacation",
      ACCESSIBILITY: "absent",
      DT_SKIP_TIME: "Y",
      DATE_FROM_TS_UTC: secondsOf(`2026-07-15T00:00:00${offset}`),
      DATE_TO_TS_UTC: secondsOf(`2026-07-28T00:00:00${offset}`),
    });
    const whole = { fromDay: "2026-07-15", toDay: "2026-07-28", from: null, to: null };
    expect(await whoIsBusy(client, ASKED)).toEqual([{ personId: "7", name: "Vacation", isAbsent: true, ...whole }]);
    expect(await whoIsBusy(client, { ...ASKED, fromDay: "2026-07-29" })).toEqual([]);
  },
);

test.each([
  ["15.07.2026", "28.07.2026 23:59:59", "2026-07-15", "2026-07-28"],
  ["2026-07-15", "2026-07-28", "2026-07-15", "2026-07-28"],
  // The seventh of August, or the eighth of July: all the days that were asked about.
  ["07/08/2026", "07/08/2026", "2026-07-14", "2026-07-31"],
])("what only the absence chart knows, from %s to %s, is read where it can be", async (DATE_FROM, DATE_TO, ...days) => {
  const { client } = setup({ NAME: "Business trip", FROM_HR: true, DATE_FROM, DATE_TO });
  const [time] = await whoIsBusy(client, ASKED);
  expect(time).toMatchObject({ isAbsent: true, name: "", from: null });
  expect([time?.fromDay, time?.toDay]).toEqual(days);
});

test("more people than one request names are asked about in several", async () => {
  const { client, requests } = setup();
  await whoIsBusy(client, { ...ASKED, people: Array.from({ length: 250 }, (_, index) => String(index + 1)) });
  expect(requests.map(({ params }) => (params["users"] as string[]).length)).toEqual([100, 100, 50]);
});
