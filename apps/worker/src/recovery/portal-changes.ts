import type { CrmRecord } from "@botdeck/b24-client";

/** Kinds of records whose changes bots may want to know; the only list of them. */
export const PORTAL_RECORDS = ["lead", "deal", "contact", "company", "task"] as const;
export type PortalRecord = (typeof PORTAL_RECORDS)[number];

/** How each kind is told of by events, and found by date when no event told. */
export const RECORD_FACTS: Readonly<
  Record<
    PortalRecord,
    { event: string; scope: string; plural: string; crm: { record: CrmRecord; entityTypeId: number } | null }
  >
> = {
  lead: { event: "ONCRMLEAD", scope: "crm", plural: "leads", crm: { record: "lead", entityTypeId: 1 } },
  deal: { event: "ONCRMDEAL", scope: "crm", plural: "deals", crm: { record: "deal", entityTypeId: 2 } },
  contact: { event: "ONCRMCONTACT", scope: "crm", plural: "contacts", crm: { record: "contact", entityTypeId: 3 } },
  company: { event: "ONCRMCOMPANY", scope: "crm", plural: "companies", crm: { record: "company", entityTypeId: 4 } },
  task: { event: "ONTASK", scope: "task", plural: "tasks", crm: null },
};

const VERBS = ["ADD", "UPDATE", "DELETE"];

/** The events that a portal queues for us. */
export function offlineEventsOf(records: readonly PortalRecord[]): string[] {
  return records.flatMap((record) => {
    const own = VERBS.map((verb) => `${RECORD_FACTS[record].event}${verb}`);
    return record === "task" ? [...own, TASK_COMMENTED] : own;
  });
}

const TASK_COMMENTED = "ONTASKCOMMENTADD";

/** What is posted at once as well: somebody waits for what is said and done in a task. The queue catches what was not taken. */
export const ONLINE_EVENTS = ["ONTASKUPDATE", "ONTASKDELETE", TASK_COMMENTED] as const;
