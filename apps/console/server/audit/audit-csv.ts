import type { AuditEntry } from "@botdeck/db";

import { csvLines } from "../csv.ts";

const COLUMNS = ["at", "actor", "actor_id", "action", "subject", "address", "request", "detail"];

/** Acts as CSV (RFC 4180), with a heading line. */
export function auditCsv(rows: readonly AuditEntry[]): string {
  const lines = rows.map(({ at, actorName, actorId, action, subjectId, address, requestId, detail }) => [
    at.toISOString(),
    actorName,
    actorId,
    action,
    subjectId ?? "",
    address ?? "",
    requestId ?? "",
    JSON.stringify(detail),
  ]);
  return csvLines([COLUMNS, ...lines]);
}
