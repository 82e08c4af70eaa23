import type { AuditEntry } from "@botdeck/db";

const COLUMNS = ["at", "actor", "actor_id", "action", "subject", "address", "request", "detail"];

/** A program for tables would reckon with what begins so, and run it. */
const FORMULA = /^[=+\-@\t\r]/;

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
  return [COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
