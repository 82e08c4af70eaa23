/** What reporters are told. */
export type TicketWord =
  | "assigned"
  | "unassigned"
  | "reassigned"
  | "taken"
  | "waiting"
  | "solved"
  | "closed"
  | "closedByItself"
  | "reopened"
  | "cancelled"
  | "merged";

/** What those are told who work on a ticket, or have to hear of it. */
export type StaffWord =
  | "respondWarn"
  | "resolveWarn"
  | "respondBreach"
  | "resolveBreach"
  | "unassigned"
  | "reopened"
  | "cancelled"
  | "nudged"
  | "taskGone"
  | "notMerged";
