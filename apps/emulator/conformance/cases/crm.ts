import { PEOPLE, type Cases, type World } from "../world.ts";

const GIF = "R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";
const TODAY = "2026-11-21T15:00:00+00:00";

const phone = [{ VALUE: "+491510000001", VALUE_TYPE: "WORK" }];
const email = [{ VALUE: "person@example.com", VALUE_TYPE: "WORK" }];
const chat = [{ VALUE: "imol|livechat|1|67|21", VALUE_TYPE: "OPENLINE" }];
const MARKS = { UF_CRM_1721244482250: "Green", PARENT_ID_1220: 22 };

type Fields = Record<string, unknown>;

function leadFields(): Fields {
  return { TITLE: "Question", NAME: "Anna", SOURCE_ID: "WEB", OPPORTUNITY: 19000, PHONE: phone, IM: chat };
}

/** Something of each kind, made once. Deleting methods make their own. */
const aLead = (world: World): Promise<number> =>
  world.once("lead", () => world.call("crm.lead.add", { fields: leadFields() }));

function aContact(world: World): Promise<number> {
  const fields = {
    NAME: "Anna",
    LAST_NAME: "Demo",
    EXPORT: "Y",
    PHONE: phone,
    EMAIL: email,
    UF_CRM_1720697698689: "a",
  };
  return world.once("contact", () => world.call("crm.contact.add", { fields: { ...fields, PARENT_ID_1224: 12 } }));
}

function aCompany(world: World): Promise<number> {
  const fields = { TITLE: "Demo company", PHONE: phone, UF_CRM_1687188367: "", PARENT_ID_156: "" };
  return world.once("company", () => world.call("crm.company.add", { fields: { ...fields, UF_CRM_1687188367: "x" } }));
}

async function aDeal(world: World): Promise<number> {
  const CONTACT_ID = await aContact(world);
  const fields = { TITLE: "Order", OPPORTUNITY: 1000, TYPE_ID: "SALE", CONTACT_ID, ...MARKS };
  return world.once("deal", () => world.call("crm.deal.add", { fields }));
}

function aDealToDelete(world: World): Promise<number> {
  return world.call("crm.deal.add", { fields: { TITLE: "For a moment" } });
}

async function dealItemFields(world: World): Promise<Fields> {
  const links = { contactIds: [await aContact(world)], observers: [PEOPLE.employee], parentId1220: 2 };
  return { title: "Order", opportunity: 999.99, ufCrm_1721244707107: 1111.1, ...links };
}

/** A smart process; `id` is the type's own number. */
async function aType(world: World): Promise<{ id: number; entityTypeId: number }> {
  const { type } = await world.once("type", () => world.call("crm.type.add", { fields: { title: "Equipment" } }));
  return type;
}

async function aCategory(world: World): Promise<number> {
  const made = await world.once("category", () =>
    world.call("crm.category.add", { entityTypeId: 2, fields: { name: "Repairs" } }),
  );
  return made.category.id;
}

async function aStatus(world: World, code: string): Promise<number> {
  return world.call("crm.status.add", { fields: { ENTITY_ID: "SOURCE", STATUS_ID: code, NAME: code } });
}

async function anActivity(world: World): Promise<number> {
  const fields = await activityFields(world);
  return world.once("activity", () => world.call("crm.activity.add", { fields }));
}

async function activityFields(world: World): Promise<Fields> {
  const OWNER_ID = await aContact(world);
  return {
    OWNER_TYPE_ID: 3,
    OWNER_ID,
    TYPE_ID: 2,
    SUBJECT: "Call back",
    RESPONSIBLE_ID: PEOPLE.manager,
    COMMUNICATIONS: [{ TYPE: "PHONE", VALUE: "+491510000001", ENTITY_ID: OWNER_ID, ENTITY_TYPE_ID: 3 }],
    START_TIME: TODAY,
  };
}

async function aTodo(world: World): Promise<Fields> {
  const owner = { ownerTypeId: 2, ownerId: await aDeal(world) };
  const { id } = await world.once("todo", () => world.call("crm.activity.todo.add", { ...owner, deadline: TODAY }));
  return { id, ...owner };
}

async function aComment(world: World): Promise<number> {
  const fields = { ENTITY_TYPE: "deal", ENTITY_ID: await aDeal(world), COMMENT: "Came by", FILES: [["1.gif", GIF]] };
  return world.once("comment", () => world.call("crm.timeline.comment.add", { fields }));
}

async function aProductRow(world: World): Promise<number> {
  const fields = { ownerId: await aDeal(world), ownerType: "D", productName: "Chair", price: 50, quantity: 2 };
  const { productRow } = await world.call("crm.item.productrow.add", { fields });
  return productRow.id;
}

const ROWS = [{ PRODUCT_NAME: "Chair", PRICE: 50, QUANTITY: 2, DISCOUNT_RATE: 10 }];

/** A kind of entity with something tied to it: `crm.deal.contact.*`. */
function bindingCases(
  name: string,
  field: string,
  owner: (world: World) => Promise<number>,
  other: (world: World) => Promise<number>,
): Cases {
  const tied = async (world: World): Promise<{ id: number; item: Fields }> => {
    const [id, item] = [await owner(world), { [field]: await other(world), IS_PRIMARY: "Y" }];
    await world.call(`${name}.add`, { id, fields: item });
    return { id, item };
  };
  return {
    [`${name}.add`]: async (world) => ({ id: await owner(world), fields: { [field]: await other(world) } }),
    [`${name}.delete`]: async (world) => {
      const { id, item } = await tied(world);
      return { id, fields: item };
    },
    [`${name}.items.get`]: async (world) => ({ id: (await tied(world)).id }),
    [`${name}.items.set`]: async (world) => {
      const { id, item } = await tied(world);
      return { id, items: [item] };
    },
    [`${name}.items.delete`]: async (world) => ({ id: (await tied(world)).id }),
    [`${name}.fields`]: () => ({}),
  };
}

const enums = [
  "activitydirection",
  "activitynotifytype",
  "activitypriority",
  "activitystatus",
  "activitytype",
  "addresstype",
  "contenttype",
  "fields",
  "getorderownertypes",
  "ownertype",
  "settings.mode",
];

export const crmCases: Cases = {
  "crm.lead.add": () => ({ fields: leadFields() }),
  "crm.lead.update": async (world) => ({ id: await aLead(world), fields: { COMMENTS: "Asked twice" } }),
  "crm.lead.get": async (world) => ({ id: await aLead(world) }),
  "crm.lead.list": async (world) => ({ filter: { ID: await aLead(world) }, select: ["*", "PHONE"] }),
  "crm.lead.delete": async (world) => ({ id: await world.call("crm.lead.add", { fields: {} }) }),
  "crm.lead.fields": () => ({}),
  "crm.deal.add": () => ({ fields: { TITLE: "Order" } }),
  "crm.deal.update": async (world) => ({ id: await aDeal(world), fields: { STAGE_ID: "EXECUTING" } }),
  "crm.deal.get": async (world) => ({ id: await aDeal(world) }),
  "crm.deal.list": async (world) => ({ filter: { "=ID": await aDeal(world) } }),
  "crm.deal.delete": async (world) => ({ id: await aDealToDelete(world) }),
  "crm.deal.fields": () => ({}),
  "crm.contact.add": () => ({ fields: { NAME: "Boris" } }),
  "crm.contact.update": async (world) => ({ id: await aContact(world), fields: { POST: "Buyer" } }),
  "crm.contact.get": async (world) => ({ id: await aContact(world) }),
  "crm.contact.list": async (world) => ({ filter: { ID: await aContact(world) }, select: ["*", "EMAIL"] }),
  "crm.contact.delete": async (world) => ({ id: await world.call("crm.contact.add", { fields: { NAME: "Boris" } }) }),
  "crm.contact.fields": () => ({}),
  "crm.company.add": () => ({ fields: { TITLE: "Another demo company" } }),
  "crm.company.update": async (world) => ({ id: await aCompany(world), fields: { INDUSTRY: "IT" } }),
  "crm.company.get": async (world) => ({ id: await aCompany(world) }),
  "crm.company.list": async (world) => ({
    filter: { ID: await aCompany(world) },
    select: ["TITLE", "ASSIGNED_BY_ID", "PHONE"],
  }),
  "crm.company.delete": async (world) => ({ id: await world.call("crm.company.add", { fields: { TITLE: "Short" } }) }),
  "crm.company.fields": () => ({}),
  ...bindingCases("crm.lead.contact", "CONTACT_ID", aLead, aContact),
  ...bindingCases("crm.deal.contact", "CONTACT_ID", aDeal, aContact),
  ...bindingCases("crm.contact.company", "COMPANY_ID", aContact, aCompany),
  ...bindingCases("crm.company.contact", "CONTACT_ID", aCompany, aContact),
  "crm.lead.productrows.set": async (world) => ({ id: await aLead(world), rows: ROWS }),
  "crm.lead.productrows.get": async (world) => {
    const id = await aLead(world);
    await world.call("crm.lead.productrows.set", { id, rows: ROWS });
    return { id };
  },
  "crm.deal.productrows.set": async (world) => ({ id: await aDeal(world), rows: ROWS }),
  "crm.deal.productrows.get": async (world) => {
    const id = await aDeal(world);
    await world.call("crm.deal.productrows.set", { id, rows: ROWS });
    return { id };
  },
  "crm.item.add": async (world) => ({ entityTypeId: 2, fields: await dealItemFields(world) }),
  "crm.item.update": async (world) => {
    const { item } = await world.call("crm.item.add", { entityTypeId: 2, fields: await dealItemFields(world) });
    return { entityTypeId: 2, id: item.id, fields: { opportunity: 10_000, ufCrm_1721244707107: 200.05 } };
  },
  "crm.item.get": async (world) => {
    const fields = { title: "Question", fm: [{ typeId: "PHONE", valueType: "WORK", value: "+6111111111" }] };
    const { item } = await world.call("crm.item.add", {
      entityTypeId: 1,
      fields: { ...fields, ufCrm_1720019876534: "a" },
    });
    return { entityTypeId: 1, id: item.id };
  },
  "crm.item.list": async (world) => ({
    entityTypeId: 1,
    select: [
      "id",
      "assignedById",
      "stageId",
      "opportunity",
      "sourceId",
      "title",
      "name",
      "lastName",
      "isManualOpportunity",
    ],
    filter: { "=id": await aLead(world) },
  }),
  "crm.item.delete": async (world) => ({ entityTypeId: 2, id: await aDealToDelete(world) }),
  "crm.item.fields": async (world) => ({ entityTypeId: (await aType(world)).entityTypeId }),
  "crm.item.productrow.add": async (world) => ({
    fields: { ownerId: await aDeal(world), ownerType: "D", productName: "Table", price: 100 },
  }),
  "crm.item.productrow.update": async (world) => ({ id: await aProductRow(world), fields: { quantity: 3 } }),
  "crm.item.productrow.get": async (world) => ({ id: await aProductRow(world) }),
  "crm.item.productrow.list": async (world) => {
    await aProductRow(world);
    return { filter: { "=ownerType": "D", "=ownerId": await aDeal(world) } };
  },
  "crm.item.productrow.set": async (world) => ({
    ownerId: await aDeal(world),
    ownerType: "D",
    productRows: [{ productName: "Table", price: 100 }],
  }),
  "crm.item.productrow.delete": async (world) => ({ id: await aProductRow(world) }),
  "crm.status.list": () => ({ filter: { ENTITY_ID: "DEAL_STAGE" }, order: { SORT: "ASC" } }),
  "crm.status.get": async (world) => ({ id: await aStatus(world, "FAIR") }),
  "crm.status.add": () => ({ fields: { ENTITY_ID: "SOURCE", STATUS_ID: "LETTER", NAME: "Letter" } }),
  "crm.status.update": async (world) => ({ id: await aStatus(world, "RADIO"), fields: { NAME: "Radio station" } }),
  "crm.status.delete": async (world) => ({ id: await aStatus(world, "POSTER") }),
  "crm.status.fields": () => ({}),
  "crm.status.entity.types": () => ({}),
  "crm.status.entity.items": () => ({ entityId: "DEAL_STAGE" }),
  "crm.category.list": async (world) => {
    await aCategory(world);
    return { entityTypeId: 2 };
  },
  "crm.category.get": async (world) => ({ entityTypeId: 2, id: await aCategory(world) }),
  "crm.category.add": () => ({ entityTypeId: 2, fields: { name: "Wholesale" } }),
  "crm.category.update": async (world) => ({ entityTypeId: 2, id: await aCategory(world), fields: { sort: 500 } }),
  "crm.category.delete": async (world) => {
    const { category } = await world.call("crm.category.add", { entityTypeId: 2, fields: { name: "For a moment" } });
    return { entityTypeId: 2, id: category.id };
  },
  "crm.category.fields": () => ({ entityTypeId: 2 }),
  "crm.stagehistory.list": async (world) => ({ entityTypeId: 2, filter: { OWNER_ID: await aDeal(world) } }),
  "crm.duplicate.findbycomm": async (world) => {
    await aContact(world);
    return { type: "PHONE", values: ["+49 151 0000001"] };
  },
  "crm.settings.mode.get": () => ({}),
  "crm.multifield.fields": () => ({}),
  "crm.type.add": () => ({ fields: { title: "Rooms" } }),
  "crm.type.getByEntityTypeId": async (world) => ({ entityTypeId: (await aType(world)).entityTypeId }),
  "crm.type.list": async (world) => {
    await aType(world);
    return {};
  },
  "crm.type.get": async (world) => ({ id: (await aType(world)).id }),
  "crm.currency.list": () => ({}),
  "crm.currency.get": () => ({ id: "RUB" }),
  "crm.activity.add": async (world) => ({ fields: await activityFields(world) }),
  "crm.activity.update": async (world) => ({ id: await anActivity(world), fields: { COMPLETED: "Y" } }),
  "crm.activity.get": async (world) => ({ id: await anActivity(world) }),
  "crm.activity.list": async (world) => ({ filter: { ID: await anActivity(world) }, select: ["*", "COMMUNICATIONS"] }),
  "crm.activity.delete": async (world) => ({
    id: await world.call("crm.activity.add", { fields: await activityFields(world) }),
  }),
  "crm.activity.fields": () => ({}),
  "crm.activity.binding.add": async (world) => ({
    activityId: await anActivity(world),
    entityTypeId: 2,
    entityId: await aDeal(world),
  }),
  "crm.activity.binding.delete": async (world) => {
    const binding = { activityId: await anActivity(world), entityTypeId: 4, entityId: await aCompany(world) };
    await world.call("crm.activity.binding.add", binding);
    return binding;
  },
  "crm.activity.binding.list": async (world) => ({ activityId: await anActivity(world) }),
  "crm.activity.todo.add": async (world) => ({ ownerTypeId: 2, ownerId: await aDeal(world), deadline: TODAY }),
  "crm.activity.todo.update": async (world) => ({ ...(await aTodo(world)), deadline: TODAY, title: "Call" }),
  "crm.activity.todo.updateColor": async (world) => ({ ...(await aTodo(world)), colorId: "3" }),
  "crm.activity.todo.updateDeadline": async (world) => ({ ...(await aTodo(world)), value: TODAY }),
  "crm.activity.todo.updateDescription": async (world) => ({ ...(await aTodo(world)), value: "About the chair" }),
  "crm.activity.todo.updateResponsibleUser": async (world) => ({
    ...(await aTodo(world)),
    responsibleId: PEOPLE.employee,
  }),
  "crm.timeline.comment.add": async (world) => ({
    fields: { ENTITY_TYPE: "deal", ENTITY_ID: await aDeal(world), COMMENT: "Called" },
  }),
  "crm.timeline.comment.update": async (world) => ({ id: await aComment(world), fields: { COMMENT: "Came by twice" } }),
  "crm.timeline.comment.get": async (world) => ({ id: await aComment(world) }),
  "crm.timeline.comment.list": async (world) => {
    await aComment(world);
    return { filter: { ENTITY_TYPE: "deal", ENTITY_ID: await aDeal(world) } };
  },
  "crm.timeline.comment.delete": async (world) => {
    const fields = { ENTITY_TYPE: "deal", ENTITY_ID: await aDeal(world), COMMENT: "A slip" };
    return { id: await world.call("crm.timeline.comment.add", { fields }) };
  },
  "crm.timeline.bindings.bind": async (world) => ({
    fields: { OWNER_ID: await aComment(world), ENTITY_TYPE: "lead", ENTITY_ID: await aLead(world) },
  }),
  "crm.timeline.bindings.unbind": async (world) => {
    const fields = { OWNER_ID: await aComment(world), ENTITY_TYPE: "company", ENTITY_ID: await aCompany(world) };
    await world.call("crm.timeline.bindings.bind", { fields });
    return { fields };
  },
  "crm.timeline.bindings.list": async (world) => ({ filter: { OWNER_ID: await aComment(world) } }),
  ...Object.fromEntries(enums.map((name) => [`crm.enum.${name}`, () => ({})])),
};
