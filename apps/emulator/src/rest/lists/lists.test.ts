import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { startTestPortal } from "../../testing/test-portal.ts";
import type { Json, Reply } from "../../testing/send.ts";

type As = (method: string, params?: object) => Promise<Reply>;

async function setup(): Promise<{ asManager: As; asEmployee: As }> {
  const world = await startTestPortal();
  const as = async (userId: string): Promise<As> => {
    const url = await world.webhook(userId, ["lists", "bizproc", "crm", "im"]);
    return (method, params = {}) => send(url + method, "POST", params);
  };
  return { asManager: await as("1"), asEmployee: await as("3") };
}

const RETURNS = { IBLOCK_TYPE_ID: "lists", IBLOCK_CODE: "returns" };
const LEAVE = { IBLOCK_TYPE_ID: "bitrix_processes", IBLOCK_CODE: "leave_requests" };

test("the code of an element keeps a second one from being made", async () => {
  const { asManager } = await setup();
  await asManager("lists.add", { ...RETURNS, FIELDS: { NAME: "Returns" } });
  const element = { ...RETURNS, ELEMENT_CODE: "return:1", FIELDS: { NAME: "A" } };

  expect((await asManager("lists.element.add", element)).body["result"]).toBe(1);
  expect(await asManager("lists.element.add", element)).toMatchObject({
    status: 400,
    body: { error: "ERROR_ELEMENT_ALREADY_EXISTS" },
  });
  const found = await asManager("lists.element.get", { ...RETURNS, ELEMENT_CODE: "return:1" });
  expect(found.body).toMatchObject({ result: [{ ID: "1", CODE: "return:1" }], total: 1 });
});

test("a change clears the fields that are not sent", async () => {
  const { asManager } = await setup();
  await asManager("lists.add", { ...RETURNS, FIELDS: { NAME: "Returns" } });
  const addField = async (CODE: string): Promise<string> =>
    (await asManager("lists.field.add", { ...RETURNS, FIELDS: { NAME: CODE, TYPE: "S", CODE } })).body["result"];
  const [reason, place] = [await addField("REASON"), await addField("PLACE")];
  const FIELDS = { NAME: "A", [reason]: "broken", [place]: "store" };
  await asManager("lists.element.add", { ...RETURNS, ELEMENT_CODE: "1", FIELDS });

  await asManager("lists.element.update", { ...RETURNS, ELEMENT_CODE: "1", FIELDS: { NAME: "B", [reason]: "late" } });

  const [element] = (await asManager("lists.element.get", { ...RETURNS, FILTER: { [reason]: "late" } })).body["result"];
  expect(Object.values(element[reason])).toEqual(["late"]);
  expect(element).not.toHaveProperty(place);
});

test("a list is closed to whom its rights do not name, and a call says what it lacks", async () => {
  const { asManager, asEmployee } = await setup();
  await asManager("lists.add", { ...RETURNS, FIELDS: { NAME: "Returns" } });
  const element = { ...RETURNS, ELEMENT_CODE: "1", FIELDS: { NAME: "A" } };

  expect((await asEmployee("lists.element.add", element)).body["error"]).toBe("ACCESS_DENIED");
  await asManager("lists.update", { ...RETURNS, FIELDS: { NAME: "Returns" }, RIGHTS: { U3: "E" } });
  expect((await asEmployee("lists.element.add", element)).body["result"]).toBe(1);
  expect((await asEmployee("lists.delete", RETURNS)).body["error"]).toBe("ACCESS_DENIED");
  const { FIELDS: _fields, ...short } = element;
  expect((await asEmployee("lists.element.add", short)).body["error"]).toBe("ERROR_REQUIRED_PARAMETERS_MISSING");
  const other = { ...element, IBLOCK_CODE: "none" };
  expect((await asEmployee("lists.element.add", other)).body["error"]).toBe("ERROR_IBLOCK_NOT_FOUND");
});

test("a leave request asks the manager, whose answer ends the workflow", async () => {
  const { asManager, asEmployee } = await setup();
  await asEmployee("lists.element.add", { ...LEAVE, ELEMENT_CODE: "leave:1", FIELDS: { NAME: "A week off" } });
  const select = { SELECT: ["ID", "DOCUMENT_NAME", "STATUS", "WORKFLOW_STARTED_BY"] };
  const waiting = async (): Promise<Json[]> =>
    (await asManager("bizproc.task.list", { ...select, FILTER: { USER_ID: 1, STATUS: 0 } })).body["result"];

  const [task] = await waiting();
  expect(task).toMatchObject({ DOCUMENT_NAME: "A week off", WORKFLOW_STARTED_BY: "3" });
  const bell = (await asManager("im.notify.get")).body["result"].notifications;
  expect(bell[0].text).toContain('your decision on "A week off"');
  const answer = { TASK_ID: task?.["ID"], STATUS: 1 };
  expect((await asEmployee("bizproc.task.complete", answer)).body["error"]).toBe("ERROR_TASK_NOT_FOUND");
  expect((await asManager("bizproc.workflow.instances")).body["total"]).toBe(1);
  expect((await asManager("bizproc.task.complete", answer)).body["result"]).toBe(true);

  expect((await asManager("bizproc.task.complete", answer)).body["error"]).toBe("ERROR_TASK_COMPLETED");
  expect(await waiting()).toEqual([]);
  expect((await asManager("bizproc.workflow.instances")).body["total"]).toBe(0);
});

test("a workflow starts on a document of its template's kind only, and by an administrator", async () => {
  const { asManager, asEmployee } = await setup();
  await asManager("crm.lead.add", { fields: { TITLE: "A" } });
  const FILTER = { ENTITY: "CCrmDocumentLead" };
  const [template] = (await asManager("bizproc.workflow.template.list", { FILTER })).body["result"];
  const start = (as: As, DOCUMENT_ID: unknown): Promise<Reply> =>
    as("bizproc.workflow.start", { TEMPLATE_ID: template.ID, DOCUMENT_ID });
  const lead = ["crm", "CCrmDocumentLead", "LEAD_1"];

  expect((await start(asManager, lead)).body["result"]).toMatch(/^[0-9a-f]+\.\d{8}$/);
  expect(await start(asEmployee, lead)).toMatchObject({ status: 403, body: { error: "ACCESS_DENIED" } });
  const refused = async (document: unknown): Promise<string> =>
    (await start(asManager, document)).body["error_description"];
  expect(await refused("LEAD_1")).toBe("Wrong DOCUMENT_ID!");
  expect(await refused(["crm", "CCrmDocumentLead", "LEAD_9"])).toBe("Incorrect document type!");
  await asManager("crm.deal.add", { fields: { TITLE: "A" } });
  expect(await refused(["crm", "CCrmDocumentDeal", "DEAL_1"])).toBe("Template type and DOCUMENT_ID mismatch!");
});
