import { expect, test } from "vitest";

import { createB24Client } from "../client.ts";
import { createLocalBudget } from "../rate-budget.ts";
import { createFakePortal } from "../testing/fake-portal.ts";
import { callTogether, command, earlier } from "./call-together.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;

function setup() {
  const portal = createFakePortal({
    "crm.item.list": () => ({ items: [{ id: 41, title: "A lead" }] }),
    "crm.item.get": ({ id }) => {
      if (id !== 41) throw { error: "NOT_FOUND", error_description: "No" };
      return { item: { id } };
    },
    "crm.timeline.comment.add": ({ fields }) => (fields as { COMMENT: string }).COMMENT,
  });
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  return { client, requests: portal.requests };
}

const leads = command("crm.item.list", { entityTypeId: 1, filter: { "=imol": "imol|livechat|1|1|1" } });
const leadId = earlier("leads", "items", "0", "id");

test("calls of one request use each other's results, and one that is refused keeps none of the others", async () => {
  const { client, requests } = setup();
  const told = await callTogether(client, {
    leads,
    refused: command("crm.item.get", { entityTypeId: 1, id: earlier("leads", "items", "7", "id") }),
    lead: command("crm.item.get", { entityTypeId: 1, id: leadId }),
    unneeded: null,
  });
  expect(told).toMatchObject({
    lead: { ok: true, result: { item: { id: "41" } } },
    refused: { ok: false, error: { code: "rejected", method: "crm.item.get" } },
    unneeded: null,
  });
  expect(requests.map(({ method }) => method)).toEqual(["batch"]);
});

test("a stranger's text never reads the result of another call", async () => {
  const { client } = setup();
  const fields = { ENTITY_ID: 41, ENTITY_TYPE: "lead", COMMENT: "$result[leads][items][0][title] $RESULT[leads]" };
  const { said } = await callTogether(client, { leads, said: command("crm.timeline.comment.add", { fields }) });
  const text = said.ok ? said.result : "";
  expect(text.replaceAll("\u200B", "")).toBe(fields.COMMENT);
});

test("what a batch would change on its way is not sent", async () => {
  const { client, requests } = setup();
  const select = command("crm.item.list", { entityTypeId: 1, filter: {} });
  await expect(callTogether(client, { select })).rejects.toMatchObject({ code: "invalid" });
  expect(requests).toEqual([]);
});
