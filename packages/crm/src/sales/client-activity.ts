import type { MethodResult } from "@botdeck/b24-client";

/** Something that was done with a client, or is to be done. */
export type ClientActivity = {
  id: string;
  kind: "meeting" | "call" | "task" | "email" | "other";
  subject: string;
  /** ISO 8601 with the portal's offset: when it is due, or when it was. */
  at: string | null;
  isCompleted: boolean;
};

/** Bitrix24 docs: crm/timeline/activities, TYPE_ID */
const KINDS: Readonly<Record<string, ClientActivity["kind"]>> = { 1: "meeting", 2: "call", 3: "task", 4: "email" };

export const ACTIVITY_FIELDS = ["ID", "TYPE_ID", "SUBJECT", "DEADLINE", "START_TIME", "CREATED", "COMPLETED"];

type Row = MethodResult<"crm.activity.list">[number];

export function activityOf({ ID, TYPE_ID, SUBJECT, DEADLINE, START_TIME, CREATED, COMPLETED }: Row): ClientActivity {
  const isCompleted = COMPLETED === true;
  return {
    id: ID ?? "",
    kind: KINDS[TYPE_ID ?? ""] ?? "other",
    subject: SUBJECT ?? "",
    at: (isCompleted ? START_TIME : DEADLINE) || CREATED || null,
    isCompleted,
  };
}
