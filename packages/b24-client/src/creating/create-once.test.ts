import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createB24Client } from "../client.ts";
import { createLocalBudget } from "../rate-budget.ts";
import { createFakePortal, type Ending, type FakeMethod } from "../testing/fake-portal.ts";
import { createOnce } from "./create-once.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
const LEAD = { fields: { TITLE: "Demo", ORIGINATOR_ID: "botdeck", ORIGIN_ID: "conversation:1" } };
type Lead = { ID: string; ORIGINATOR_ID?: string; ORIGIN_ID?: string };

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

/** A portal with leads; each write ends as told. */
function setup(endings: readonly (Ending | undefined)[], list?: FakeMethod) {
  const leads: Lead[] = [];
  let writes = 0;
  const portal = createFakePortal(
    {
      "crm.lead.add": ({ fields }) => {
        leads.push({ ID: String(leads.length + 1), ...(fields as object) });
        return leads.length;
      },
      "crm.lead.list": list ?? (() => leads),
    },
    ({ method }) => (method === "crm.lead.add" ? endings[writes++] : undefined),
  );
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  return { leads, client, methods: () => portal.requests.map(({ method }) => method) };
}

/** Lets all pauses pass at once. */
async function settled<Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  const [outcome] = await Promise.all([
    Promise.allSettled([promise]).then(([one]) => one),
    vi.advanceTimersByTimeAsync(70_000),
  ]);
  return outcome;
}

const BAD_GATEWAY = { status: 502, body: "<html>" };

test("a write that was done and whose answer was lost is found, not written again", async () => {
  const { client, leads, methods } = setup(["cut"]);
  expect(await settled(createOnce(client, "crm.lead.add", LEAD))).toMatchObject({ value: "1" });
  expect(leads).toHaveLength(1);
  expect(methods()).toEqual(["crm.lead.add", "crm.lead.list"]);
});

test("a write that was not done is written again after two looks", async () => {
  const { client, leads, methods } = setup([BAD_GATEWAY]);
  expect(await settled(createOnce(client, "crm.lead.add", LEAD))).toMatchObject({ value: "1" });
  expect(leads).toHaveLength(1);
  expect(methods()).toEqual(["crm.lead.add", "crm.lead.list", "crm.lead.list", "crm.lead.add"]);
});

test("another's lead is not taken for ours, even when the portal ignores the filter", async () => {
  const { client, leads } = setup([BAD_GATEWAY]);
  leads.push({ ID: "1", ORIGINATOR_ID: "botdeck", ORIGIN_ID: "another" });
  expect(await settled(createOnce(client, "crm.lead.add", LEAD))).toMatchObject({ value: "2" });
});

test("without a look that tells, nothing is written a second time", async () => {
  const forbidden = () => {
    throw { error: "ACCESS_DENIED", error_description: "No" };
  };
  const { client, methods } = setup(["cut"], forbidden);
  expect(await settled(createOnce(client, "crm.lead.add", LEAD))).toMatchObject({
    reason: { outcome: "unknown", method: "crm.lead.add" },
  });
  expect(methods().filter((method) => method === "crm.lead.add")).toHaveLength(1);
});

test("a refusal that a repeat may change is repeated, any other is not", async () => {
  const busy = { status: 503, body: JSON.stringify({ error: "QUERY_LIMIT_EXCEEDED" }) };
  const wrong = { status: 400, body: JSON.stringify({ error: "", error_description: "TITLE" }) };
  const patient = setup([busy]);
  expect(await settled(createOnce(patient.client, "crm.lead.add", LEAD))).toMatchObject({ value: "1" });
  const refused = setup([wrong]);
  expect(await settled(createOnce(refused.client, "crm.lead.add", LEAD))).toMatchObject({
    reason: { code: "rejected" },
  });
  expect(refused.methods()).toHaveLength(1);
});

test("with no patience the doubt is the caller's", async () => {
  const { client, methods } = setup(["cut"]);
  const outcome = settled(createOnce(client, "crm.lead.add", LEAD, { patienceMs: 0 }));
  expect(await outcome).toMatchObject({ reason: { outcome: "unknown" } });
  expect(methods()).toEqual(["crm.lead.add"]);
});

test("what may exist from before is looked for first; without a key nothing is written", async () => {
  const { client, leads, methods } = setup([]);
  leads.push({ ID: "7", ...LEAD.fields });
  expect(await settled(createOnce(client, "crm.lead.add", LEAD, { mayExist: true }))).toMatchObject({ value: "7" });
  const keyless = createOnce(client, "crm.lead.add", { fields: { TITLE: "Demo" } });
  expect(await settled(keyless)).toMatchObject({ reason: { code: "invalid" } });
  expect(methods()).toEqual(["crm.lead.list"]);
});
