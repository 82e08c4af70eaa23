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

/** The events that a portal queues for us. */
export function offlineEventsOf(records: readonly PortalRecord[]): string[] {
  return records.flatMap((record) => ["ADD", "UPDATE", "DELETE"].map((verb) => `${RECORD_FACTS[record].event}${verb}`));
}
