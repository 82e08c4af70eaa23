import { expect, test } from "vitest";

import { createFakeCrm, imol, phone } from "../testing/fake-crm.ts";
import { readClientCard } from "./read-client-card.ts";

const ENTITY = "whatsapp|1|67|101";
const CLIENT = { entityId: ENTITY, personId: "101", chatId: "1" };

test("a card is read in one request: the newest open lead, its contact, and a phone in E.164", async () => {
  const crm = createFakeCrm();
  const contact = crm.addContact({ name: "Anna", lastName: "Petrova", fm: [phone("8 (916) 123-45-67")] });
  crm.addLead({ fm: [imol(ENTITY)] });
  const lead = crm.addLead({ contactId: contact.id, fm: [imol(ENTITY)] });
  crm.addLead({ stageSemanticId: "S", fm: [imol(ENTITY)] });
  expect(await readClientCard(crm.client, CLIENT)).toEqual({
    leadId: String(lead.id),
    contactId: String(contact.id),
    phone: "+79161234567",
    ownPhone: "+4915112345678",
    name: "Anna Petrova",
  });
  expect(crm.requests).toHaveLength(1);
});

test("who is in no card yet is who the messenger says", async () => {
  const { client } = createFakeCrm();
  const card = await readClientCard(client, CLIENT);
  expect(card).toEqual({
    leadId: null,
    contactId: null,
    phone: "+4915112345678",
    ownPhone: "+4915112345678",
    name: "Guest",
  });
});

test("a portal that refuses the CRM gives an empty card; one that has no time gives none", async () => {
  const { client, refusals } = createFakeCrm();
  for (const method of ["crm.item.list", "crm.item.get", "imopenlines.dialog.get", "im.user.get"]) {
    refusals[method] = "insufficient_scope";
  }
  expect(await readClientCard(client, CLIENT)).toEqual({
    leadId: null,
    contactId: null,
    phone: null,
    ownPhone: null,
    name: null,
  });
  refusals["crm.item.list"] = "OPERATION_TIME_LIMIT";
  await expect(readClientCard(client, CLIENT)).rejects.toMatchObject({ code: "rate_limited" });
});
