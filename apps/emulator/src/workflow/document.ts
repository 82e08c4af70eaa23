import type { State } from "../state/state.ts";
import type { DocumentId } from "../state/workflow.ts";

/** Of each CRM entity of a workflow: the prefix of its keys, and the records. */
const CRM: Record<string, { type: string; records: (state: State) => Map<number, { id: number }> }> = {
  CCrmDocumentLead: { type: "LEAD", records: (state) => state.leads },
  CCrmDocumentDeal: { type: "DEAL", records: (state) => state.deals },
  CCrmDocumentContact: { type: "CONTACT", records: (state) => state.contacts },
  CCrmDocumentCompany: { type: "COMPANY", records: (state) => state.companies },
};

export const PROCESS_ENTITY = "BizprocDocument";
export const LIST_ENTITY = "Bitrix\\Lists\\BizprocDocumentLists";

/** What a workflow runs on: its kind, as templates name it, and its name for people. */
type Document = { type: string; name: string };

/**
 * The record that a document id names; null when there is no such kind or record.
 *
 * Bitrix24 docs: bizproc-workflow-start.
 */
export function findDocument(state: State, [module, entity, key]: DocumentId): Document | null {
  if (module === "lists") {
    const element = state.listElements.get(Number(key));
    const list = element === undefined ? undefined : state.lists.get(element.listId);
    const isProcess = list?.type === "bitrix_processes";
    if (element === undefined || list === undefined || entity !== (isProcess ? PROCESS_ENTITY : LIST_ENTITY))
      return null;
    return { type: `iblock_${list.id}`, name: element.name };
  }
  const kind = module === "crm" && Object.hasOwn(CRM, entity) ? CRM[entity] : undefined;
  const id = Number(key.slice((kind?.type.length ?? 0) + 1));
  if (kind === undefined || !key.startsWith(`${kind.type}_`) || !kind.records(state).has(id)) return null;
  return { type: kind.type, name: key };
}
