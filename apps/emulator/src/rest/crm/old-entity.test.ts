import { expect, test } from "vitest";

import { startCrmPortal, type CrmPortal } from "../../testing/crm-portal.ts";
import { type Json } from "../../testing/send.ts";
import { PEOPLE } from "../../testing/test-portal.ts";

async function titles(world: CrmPortal, method: string, filter: object, more: object = {}): Promise<string[]> {
  const rows = await world.call(method, { filter, select: ["ID", "TITLE"], ...more });
  return rows.map(({ TITLE }: Json) => TITLE);
}

test("a lead is answered with texts and nulls, and found again by its number elsewhere", async () => {
  const world = await startCrmPortal();
  const fields = {
    TITLE: "Question",
    NAME: "Anna",
    OPPORTUNITY: 19999.99,
    ORIGINATOR_ID: "bot",
    ORIGIN_ID: "dialog:7",
  };

  const id = await world.call("crm.lead.add", { fields: { ...fields, UF_CRM_COLOR: "red", NOT_A_FIELD: 1 } });
  const lead = await world.call("crm.lead.get", { id });

  expect(id).toBe(1);
  expect(lead).toMatchObject({ ID: "1", OPPORTUNITY: "19999.99", LAST_NAME: null, COMPANY_ID: null, BIRTHDATE: "" });
  expect(lead).toMatchObject({ STATUS_ID: "NEW", STATUS_SEMANTIC_ID: "P", ASSIGNED_BY_ID: "1", UF_CRM_COLOR: "red" });
  expect(lead).not.toHaveProperty("NOT_A_FIELD");
  expect(lead).not.toHaveProperty("PHONE");
  const key = { "=ORIGINATOR_ID": "bot", "=ORIGIN_ID": "dialog:7" };
  expect(await world.call("crm.lead.list", { filter: key, select: ["TITLE"] })).toEqual([
    { ID: "1", TITLE: "Question" },
  ]);
  expect(await world.call("crm.lead.list", { filter: { ...key, ORIGIN_ID: "dialog:8" } })).toEqual([]);
});

test("a phone without a number of its own is added, with one changed, and emptied it is gone", async () => {
  const world = await startCrmPortal();
  const id = await world.call("crm.contact.add", {
    fields: { NAME: "Anna", PHONE: [{ VALUE: "+49 1", VALUE_TYPE: "HOME" }] },
  });
  const phones = async (): Promise<Json[]> => (await world.call("crm.contact.get", { id }))["PHONE"] ?? [];
  const [first] = await phones();

  await world.call("crm.contact.update", { id, fields: { PHONE: [{ VALUE: "+49 2" }] } });
  await world.call("crm.contact.update", { id, fields: { PHONE: [{ ID: first?.["ID"], VALUE: "+49 3" }] } });
  const changed = await phones();
  await world.call("crm.contact.update", { id, fields: { PHONE: [{ ID: first?.["ID"], DELETE: "Y" }] } });

  expect(first).toEqual({ ID: "1", VALUE_TYPE: "HOME", VALUE: "+49 1", TYPE_ID: "PHONE" });
  expect(changed.map(({ VALUE, VALUE_TYPE }) => [VALUE, VALUE_TYPE])).toEqual([
    ["+49 3", "HOME"],
    ["+49 2", "WORK"],
  ]);
  expect((await phones()).map(({ VALUE }) => VALUE)).toEqual(["+49 2"]);
  expect(await world.ask("crm.contact.update", { id, fields: { PHONE: "+49 4" } })).toMatchObject({ error: "" });
});

test("phones are filtered exactly and shown only when they are selected", async () => {
  const world = await startCrmPortal();
  await world.call("crm.lead.add", { fields: { TITLE: "A", PHONE: [{ VALUE: "+491" }], UF_CRM_X: "y" } });

  expect(await titles(world, "crm.lead.list", { PHONE: "+491" })).toEqual(["A"]);
  expect(await titles(world, "crm.lead.list", { PHONE: "491" })).toEqual([]);
  expect((await world.ask("crm.lead.list", { filter: { "%PHONE": "49" } }))["error"]).toBe("ERROR_ARGUMENT");
  const [plain] = await world.call("crm.lead.list");
  const [full] = await world.call("crm.lead.list", { select: ["*", "UF_*", "PHONE"] });
  expect([plain.PHONE, plain.UF_CRM_X, plain.HAS_PHONE]).toEqual([undefined, undefined, "Y"]);
  expect([full.PHONE[0].VALUE, full.UF_CRM_X]).toEqual(["+491", "y"]);
});

test("a list understands the prefixes, sorts and comes in pages", async () => {
  const world = await startCrmPortal();
  const amounts = [5, 50, 500];
  for (const [index, OPPORTUNITY] of amounts.entries()) {
    world.pass(24 * 3600);
    await world.call("crm.deal.add", { fields: { TITLE: `Deal ${"ABC"[index]}`, OPPORTUNITY } });
  }
  const list = (filter: object, more?: object): Promise<string[]> => titles(world, "crm.deal.list", filter, more);

  expect(await list({ ">=OPPORTUNITY": 50, "<OPPORTUNITY": "500" })).toEqual(["Deal B"]);
  expect(await list({ "@ID": [1, "3"] })).toEqual(["Deal A", "Deal C"]);
  expect(await list({ "!@ID": [1, 3] })).toEqual(["Deal B"]);
  expect(await list({ "!TITLE": "Deal A", "%TITLE": "deal" })).toEqual(["Deal B", "Deal C"]);
  expect(await list({ "=%TITLE": "%C" })).toEqual(["Deal C"]);
  expect(await list({ "!=%TITLE": "%C" })).toEqual(["Deal A", "Deal B"]);
  expect(await list({ ">DATE_CREATE": "2026-05-16T10:26:32+02:00" })).toEqual(["Deal B", "Deal C"]);
  expect(await list({ CONTACT_ID: "" }, { order: { OPPORTUNITY: "DESC" } })).toEqual(["Deal C", "Deal B", "Deal A"]);
  for (let number = 4; number <= 51; number += 1) await world.call("crm.deal.add", { fields: { TITLE: "More" } });
  const first = await world.ask("crm.deal.list");
  const rest = await world.ask("crm.deal.list", { filter: { ">ID": 50 }, order: { ID: "ASC" }, start: -1 });
  expect([first["result"].length, first["total"], first["next"]]).toEqual([50, 51, 50]);
  expect([rest["result"].length, rest["total"], rest["next"]]).toEqual([1, 0, undefined]);
});

test("what a portal would refuse is refused", async () => {
  const world = await startCrmPortal();
  await world.call("crm.lead.add", { fields: { TITLE: "Own", ASSIGNED_BY_ID: 2, OPENED: "N" } });
  const refused = async (method: string, params: object, personId?: string): Promise<string> => {
    const { error, error_description } = await world.ask(method, params, personId);
    return `${error}|${error_description}`;
  };

  expect(await refused("crm.lead.get", {})).toBe("|ID is not defined or invalid.");
  expect(await refused("crm.lead.get", { id: 99 })).toBe("|Not found");
  expect(await refused("crm.lead.get", { id: 1 }, PEOPLE.employee)).toBe("|Access denied.");
  expect(await refused("crm.lead.add", { fields: { ASSIGNED_BY_ID: 99 } })).toContain("Responsible");
  expect(await refused("crm.company.add", { fields: {} })).toContain("Company name");
  expect(await refused("crm.contact.update", { id: 9, fields: {} })).toBe("|Contact is not found");
  expect(await refused("crm.deal.add", { fields: { CURRENCY_ID: "SHELLS" } })).toContain("Currency");
  expect(await refused("crm.contact.add", { fields: { EMAIL: [{ VALUE: "nobody" }] } })).toContain("ERROR_CORE");
  expect(await refused("crm.deal.list", { filter: "ID" })).toBe("|Parameter 'filter' must be array.");
  expect(await refused("crm.deal.add", { fields: { STAGE_ID: "C9:NEW" } })).toContain("Stage");
  expect(await world.ask("crm.lead.list", {}, PEOPLE.employee)).toMatchObject({ result: [], total: 0 });
  world.portal.state.crmMode = 2;
  expect(await refused("crm.lead.add", { fields: {} })).toBe("|Access denied.");
});

test("contacts are tied to a deal, one of them first, and a deleted one is tied no more", async () => {
  const world = await startCrmPortal();
  for (const NAME of ["Anna", "Boris"]) await world.call("crm.contact.add", { fields: { NAME } });
  const id = await world.call("crm.deal.add", { fields: { CONTACT_IDS: [1] } });

  await world.call("crm.deal.contact.add", { id, fields: { CONTACT_ID: 2, IS_PRIMARY: "Y" } });
  const items = await world.call("crm.deal.contact.items.get", { id });
  const primary = (await world.call("crm.deal.get", { id }))["CONTACT_ID"];
  await world.call("crm.contact.delete", { id: 2 });

  expect(items).toEqual([
    { CONTACT_ID: 1, SORT: 10, ROLE_ID: 0, IS_PRIMARY: "N" },
    { CONTACT_ID: 2, SORT: 20, ROLE_ID: 0, IS_PRIMARY: "Y" },
  ]);
  expect(primary).toBe("2");
  expect((await world.call("crm.deal.get", { id }))["CONTACT_ID"]).toBe("1");
  expect(await world.call("crm.deal.list", { filter: { CONTACT_ID: 1 } })).toHaveLength(1);
});

test("a company is given its contacts, and a contact with several companies keeps its first one", async () => {
  const world = await startCrmPortal();
  const contactId = await world.call("crm.contact.add", { fields: { NAME: "Anna" } });
  const first = await world.call("crm.company.add", { fields: { TITLE: "First", CONTACT_ID: [contactId] } });
  const second = await world.call("crm.company.add", { fields: { TITLE: "Second" } });

  await world.call("crm.company.contact.items.set", { id: second, items: [{ CONTACT_ID: contactId }] });

  expect(await world.call("crm.contact.company.items.get", { id: contactId })).toMatchObject([
    { COMPANY_ID: first, IS_PRIMARY: "Y" },
    { COMPANY_ID: second, IS_PRIMARY: "N" },
  ]);
  expect(await world.call("crm.contact.get", { id: contactId })).toMatchObject({ COMPANY_ID: String(first) });
  expect(await world.call("crm.contact.list", { filter: { COMPANY_ID: second } })).toHaveLength(1);
});

test("parameters are taken in any case, and dates as portals write them", async () => {
  const world = await startCrmPortal();

  const id = await world.call("crm.contact.add", { FIELDS: { name: "Anna", BIRTHDATE: "11.11.2001" } });

  const contact = await world.call("crm.contact.get", { ID: id });
  expect(contact).toMatchObject({ NAME: "Anna", BIRTHDATE: "2001-11-11T00:00:00+00:00" });
});
