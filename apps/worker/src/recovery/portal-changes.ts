import type { CrmRecord } from "@botdeck/b24-client";
import { type NamedRule, RULE_RECORD } from "@botdeck/notifications";

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

/** What is posted at once as well: somebody waits for what is said and done in a ticket's task. The queue catches what was not taken. */
const TICKET_EVENTS = ["ONTASKUPDATE", "ONTASKDELETE", TASK_COMMENTED];

/** By what a portal tells of the changes that rules may want to know; of the others it never tells. */
const CHANGE_EVENTS: Readonly<Record<string, readonly string[]>> = {
  added: ["ADD"],
  updated: ["UPDATE"],
  deleted: ["DELETE"],
  commented: ["COMMENTADD"],
};

/** Everything that we may ever have asked a portal to post. */
const EVER_POSTED = offlineEventsOf([...RULE_RECORD]);

/** The events that a portal has to post at once, by the rules that are in force there; and those that nobody wants any more. */
export function onlineEventsFor(rules: readonly NamedRule[]): { events: string[]; unwanted: string[] } {
  const ofRules = rules.flatMap(({ isEnabled, trigger }) => {
    if (!isEnabled || trigger.kind !== "record") return [];
    const { event } = RECORD_FACTS[trigger.record];
    return trigger.changes.flatMap((change) => (CHANGE_EVENTS[change] ?? []).map((verb) => `${event}${verb}`));
  });
  const events = [...new Set([...TICKET_EVENTS, ...ofRules])];
  return { events, unwanted: EVER_POSTED.filter((event) => !events.includes(event)) };
}
