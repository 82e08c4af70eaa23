import type { BulkJob } from "@botdeck/db";

import { shownText } from "../dead-letter/shown-text.ts";
import type { Role } from "../roles.ts";

/** A job as the browser gets it; where it goes on is the worker's own business. */
export function jobView(
  { cursor: _cursor, leaseUntil, filter: _filter, ...job }: BulkJob,
  role: Role,
  takenBack: ReadonlySet<string> = new Set(),
) {
  const isOpen = job.state === "waiting" || job.state === "running";
  return {
    ...job,
    problem: shownText(job.problem, role),
    refusals: [...job.refusals],
    /** When its next piece is due; null when that is at once, or never. */
    nextAt: isOpen ? (leaseUntil?.toISOString() ?? null) : null,
    /** What it did can be taken back. */
    canUndo: job.kind === "deadLetter.discard" && !isOpen && job.done > 0 && !takenBack.has(job.id),
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}
