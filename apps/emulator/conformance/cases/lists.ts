import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

let made = 0;
/** A code that nothing else has. */
function code(): string {
  made += 1;
  return `demo_${made}`;
}

type ListId = { IBLOCK_TYPE_ID: string; IBLOCK_ID: number };

async function aList(world: World): Promise<ListId> {
  const type = { IBLOCK_TYPE_ID: "lists", IBLOCK_CODE: code() };
  const id = await world.call("lists.add", { ...type, FIELDS: { NAME: "Returns", BIZPROC: "N" } });
  return { IBLOCK_TYPE_ID: "lists", IBLOCK_ID: id };
}

async function aField(world: World, list: ListId, fields: Params): Promise<string> {
  return world.call("lists.field.add", { ...list, FIELDS: { NAME: "Field", CODE: code(), ...fields } });
}

async function aChoice(world: World): Promise<Params> {
  const list = await aList(world);
  const LIST = { n0: { VALUE: "New", SORT: 10 }, n1: { VALUE: "Done", SORT: 20 } };
  return { ...list, FIELD_ID: await aField(world, list, { TYPE: "L", LIST, LIST_DEF: ["n0"] }) };
}

async function anElement(world: World): Promise<Params> {
  const list = await aList(world);
  const people = await aField(world, list, { TYPE: "S:employee", MULTIPLE: "Y" });
  const moment = await aField(world, list, { TYPE: "S:DateTime" });
  const FIELDS = { NAME: "Return 1", [people]: [1, 2], [moment]: "2026-12-31T23:59:59+00:00" };
  return { ...list, ELEMENT_ID: await world.call("lists.element.add", { ...list, ELEMENT_CODE: code(), FIELDS }) };
}

async function aSection(world: World): Promise<Params> {
  const list = await aList(world);
  const FIELDS = { NAME: "2026", EXTERNAL_ID: code() };
  return { ...list, SECTION_ID: await world.call("lists.section.add", { ...list, SECTION_CODE: code(), FIELDS }) };
}

/** A workflow on a leave request, which waits for the manager. */
async function aWorkflow(world: World): Promise<string> {
  const list = { IBLOCK_TYPE_ID: "bitrix_processes", IBLOCK_CODE: "leave_requests" };
  const id = await world.call("lists.element.add", { ...list, ELEMENT_CODE: code(), FIELDS: { NAME: "A week off" } });
  const [template] = await leaveTemplate(world);
  const DOCUMENT_ID = ["lists", "BizprocDocument", String(id)];
  return world.call("bizproc.workflow.start", { TEMPLATE_ID: Number(template.ID), DOCUMENT_ID });
}

async function leaveTemplate(world: World): Promise<[{ ID: string }]> {
  return world.call("bizproc.workflow.template.list", { SELECT: ["ID"], FILTER: { ENTITY: "BizprocDocument" } });
}

async function aDecision(world: World): Promise<number> {
  const WORKFLOW_ID = await aWorkflow(world);
  const [task] = await world.call("bizproc.task.list", { FILTER: { WORKFLOW_ID } });
  return Number(task.ID);
}

const ALL_TASK_FIELDS = [
  "ENTITY DOCUMENT_ID ID WORKFLOW_ID DOCUMENT_NAME DESCRIPTION NAME MODIFIED WORKFLOW_STARTED WORKFLOW_STARTED_BY",
  "OVERDUE_DATE WORKFLOW_TEMPLATE_ID WORKFLOW_TEMPLATE_NAME WORKFLOW_STATE STATUS USER_ID USER_STATUS MODULE_ID",
  "ACTIVITY ACTIVITY_NAME PARAMETERS DOCUMENT_URL",
].flatMap((names) => names.split(" "));

export const listsCases: Cases = {
  "lists.add": () => ({ IBLOCK_TYPE_ID: "lists", IBLOCK_CODE: code(), FIELDS: { NAME: "Returns" } }),
  "lists.get": aList,
  "lists.update": async (world) => ({ ...(await aList(world)), FIELDS: { NAME: "Old returns" } }),
  "lists.delete": aList,
  "lists.get.iblock.type.id": async (world) => ({ IBLOCK_ID: (await aList(world)).IBLOCK_ID }),
  "lists.field.type.get": aList,
  "lists.field.add": async (world) => ({
    ...(await aList(world)),
    FIELDS: { NAME: "Reason", TYPE: "S", CODE: code() },
  }),
  "lists.field.get": aChoice,
  "lists.field.update": async (world) => ({ ...(await aChoice(world)), FIELDS: { NAME: "State", TYPE: "L" } }),
  "lists.field.delete": aChoice,
  "lists.element.add": async (world) => ({
    ...(await aList(world)),
    ELEMENT_CODE: code(),
    FIELDS: { NAME: "Return 2" },
  }),
  "lists.element.get": anElement,
  "lists.element.update": async (world) => ({ ...(await anElement(world)), FIELDS: { NAME: "Return 3" } }),
  "lists.element.delete": anElement,
  "lists.element.get.file.url": async (world) => {
    const list = await aList(world);
    const field = await aField(world, list, { TYPE: "F" });
    const FIELDS = { NAME: "Return 4", [field]: ["bill.txt", Buffer.from("demo").toString("base64")] };
    const id = await world.call("lists.element.add", { ...list, ELEMENT_CODE: code(), FIELDS });
    return { ...list, ELEMENT_ID: id, FIELD_ID: Number(field.replace("PROPERTY_", "")) };
  },
  "lists.section.add": async (world) => ({
    ...(await aList(world)),
    SECTION_CODE: code(),
    FIELDS: { NAME: "2027" },
  }),
  "lists.section.get": async (world) => {
    const { SECTION_ID: _id, ...list } = await aSection(world);
    return list;
  },
  "lists.section.update": async (world) => ({ ...(await aSection(world)), FIELDS: { NAME: "2028" } }),
  "lists.section.delete": aSection,

  "bizproc.workflow.template.list": () => ({ SELECT: ["ID", "NAME", "USER_ID", "SYSTEM_CODE"] }),
  "bizproc.workflow.start": async (world) => {
    const leadId = await world.call("crm.lead.add", { fields: { TITLE: "Demo" } });
    const FILTER = { ENTITY: "CCrmDocumentLead" };
    const [template] = await world.call("bizproc.workflow.template.list", { SELECT: ["ID"], FILTER });
    return { TEMPLATE_ID: Number(template.ID), DOCUMENT_ID: ["crm", "CCrmDocumentLead", `LEAD_${leadId}`] };
  },
  "bizproc.workflow.instances": async (world) => {
    await aWorkflow(world);
    return {};
  },
  "bizproc.workflow.terminate": async (world) => ({ ID: await aWorkflow(world), STATUS: "Not needed" }),
  "bizproc.workflow.kill": async (world) => ({ ID: await aWorkflow(world) }),
  "bizproc.task.list": async (world) => {
    await aWorkflow(world);
    return { SELECT: ALL_TASK_FIELDS, FILTER: { STATUS: 0 } };
  },
  "bizproc.task.complete": async (world) => ({ TASK_ID: await aDecision(world), STATUS: 1 }),
  "bizproc.task.delegate": async (world) => ({
    TASK_IDS: [await aDecision(world)],
    FROM_USER_ID: PEOPLE.manager,
    TO_USER_ID: PEOPLE.employee,
  }),
};
