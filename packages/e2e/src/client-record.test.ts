import { createB24Client, createLocalBudget, createUndiciTransport, type Transport } from "@botdeck/b24-client";
import { type ClientRecord, createPortalFactsCache, readClientCard, recordClient } from "@botdeck/crm";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { createEmulatorApi } from "./emulator-api.ts";
import { startEmulator } from "./system/emulator.ts";
import { BUYERS_PHONE } from "./system/people.ts";

const SCOPES = ["crm", "im", "imopenlines"];
const PHONE = "+79161234567";

let webhook: string;
beforeAll(async () => {
  const portal = await startEmulator();
  const api = createEmulatorApi(portal.url);
  await api.setFaults({ limits: { requests: "off" } });
  webhook = await api.makeWebhook(SCOPES);
  return async () => void (await portal.interrupt());
});

/** The portal's CRM, with every request counted. */
function connect() {
  const own = createUndiciTransport();
  onTestFinished(() => own.close());
  let requests = 0;
  const transport: Transport = {
    send(...request) {
      requests += 1;
      return own.send(...request);
    },
  };
  const client = createB24Client({ portal: { kind: "webhook", url: webhook }, transport, budget: createLocalBudget() });
  const facts = createPortalFactsCache();
  return {
    client,
    requests: () => requests,
    record: (record: Omit<ClientRecord, "title" | "originId">) =>
      recordClient(client, { title: "Web chat", originId: "event:1:0", ...record }, { portalId: "p", facts }),
    /** What shows of a card in the portal. */
    async item(entityTypeId: number, id: string | null) {
      const { item } = await client.call("crm.item.get", { entityTypeId, id: id ?? "" });
      return item;
    },
    comments: (ENTITY_ID: string | null) =>
      client.call("crm.timeline.comment.list", { filter: { ENTITY_TYPE: "lead", ENTITY_ID } }),
  };
}

test("what was learned of a client is written once, however often it is told", async () => {
  const { client, requests, record, item, comments } = connect();
  const entityId = "livechat|1|900|901";
  const learned = { entityId, name: "Anna", phone: PHONE, comment: "Needs a kettle", timeline: "Bot: hello" };
  const leadId = await record(learned);
  expect(requests()).toBe(2);
  expect(await record(learned)).toBe(leadId);
  expect(requests()).toBe(3);

  const lead = await item(1, leadId);
  expect(lead).toMatchObject({ name: "Anna", comments: "Needs a kettle", sourceId: "WEB", phone: PHONE });
  expect(lead?.fm).toHaveLength(2);
  expect(await item(3, lead?.contactId ?? null)).toMatchObject({ name: "Anna", phone: PHONE });
  expect(await comments(leadId)).toHaveLength(1);
  const card = await readClientCard(client, { entityId, personId: "5", chatId: "1" });
  expect(card).toEqual({ leadId, contactId: lead?.contactId, phone: PHONE, ownPhone: BUYERS_PHONE, name: "Anna" });
});

test("a lead that is there gets what is new, and the contact that has the phone", async () => {
  const { client, requests, record, item } = connect();
  const entityId = "livechat|1|910|911";
  const number = "8 (921) 555-66-77";
  const added = await client.call("crm.item.add", {
    entityTypeId: 1,
    fields: {
      title: "Open line",
      comments: "VIP",
      fm: [{ typeId: "IM", valueType: "OPENLINE", value: `imol|${entityId}` }],
    },
  });
  const contact = await client.call("crm.item.add", {
    entityTypeId: 3,
    fields: { lastName: "Petrova", fm: [{ typeId: "PHONE", valueType: "HOME", value: number.replace("8", "7") }] },
  });
  const before = requests();
  const leadId = await record({
    entityId,
    name: "Anna",
    phone: "+79215556677",
    comment: "Needs a lamp",
    timeline: "Hi",
  });
  expect(requests() - before).toBe(2);
  expect(leadId).toBe(added.item?.id);
  const lead = await item(1, leadId);
  expect(lead).toMatchObject({ title: "Open line", comments: "VIP\nNeeds a lamp", contactId: contact.item?.id });
});
