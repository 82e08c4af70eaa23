import { type B24Client, B24Error, type CallOptions } from "@botdeck/b24-client";

import type { AbsenceRecord } from "./absence-record.ts";
import { addElement, deleteElement, elementOf, type RecordClients } from "./list-record.ts";
import type { ListSetting } from "./record-setting.ts";

const KIND = "process";
const ENTITY = { bitrix_processes: "BizprocDocument", lists: "Bitrix\\Lists\\BizprocDocumentLists" };

/**
 * An element of a list, and a process that is started for it. A process that runs is not started again; one that ended
 * before the answer to its start came may be.
 *
 * @param clients.admin Processes take an administrator's rights; the element is made with the person's.
 * @see Bitrix24 docs: bizproc/bizproc-workflow-start, bizproc-workflow-instances, bizproc-workflow-terminate
 */
export function createProcessRecord(
  clients: RecordClients,
  setting: ListSetting & { templateId: string },
  options: CallOptions = {},
): AbsenceRecord {
  const { client, admin } = clients;
  const { templateId, listType, list } = setting;
  return {
    async record(absence) {
      const elementId = await addElement(client, setting, absence, options);
      const running = await findRunning(admin, templateId, elementId, options);
      const processId =
        running ??
        (await admin.call(
          "bizproc.workflow.start",
          { TEMPLATE_ID: templateId, DOCUMENT_ID: ["lists", ENTITY[listType], elementId] },
          options,
        ));
      return `${KIND}:${list}:${elementId}:${processId}`;
    },
    async withdraw(ref) {
      const processId = ref.split(":")[3];
      if (processId !== undefined) await terminate(admin, processId, options);
      await deleteElement(clients, setting, elementOf(ref), options);
    },
  };
}

async function findRunning(
  admin: B24Client,
  templateId: string,
  elementId: string,
  options: CallOptions,
): Promise<string | null> {
  const SELECT = ["ID", "DOCUMENT_ID", "TEMPLATE_ID"];
  const FILTER = { DOCUMENT_ID: elementId, TEMPLATE_ID: templateId };
  const rows = await admin.call("bizproc.workflow.instances", { SELECT, FILTER }, options);
  // A portal may take a filter as a mere hint.
  const ours = rows.find(({ DOCUMENT_ID, TEMPLATE_ID }) => DOCUMENT_ID === elementId && TEMPLATE_ID === templateId);
  return ours?.ID ?? null;
}

/** One that has ended is not there any more. */
async function terminate(admin: B24Client, processId: string, options: CallOptions): Promise<void> {
  try {
    await admin.call("bizproc.workflow.terminate", { ID: processId }, options);
  } catch (error) {
    const isGone = error instanceof B24Error && (error.code === "not_found" || error.code === "rejected");
    if (!isGone) throw error;
  }
}
