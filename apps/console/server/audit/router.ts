import { type AuditFilter, auditChoices, listAudit, noteActs } from "@botdeck/db";
import type { z } from "zod";

import { inPersonFor, procedureFor, router } from "../trpc.ts";
import { actorOf } from "./actor-of.ts";
import { auditCsv } from "./audit-csv.ts";
import { namesOfSubjects } from "./names-of-subjects.ts";
import { ExportAudit, ListAudit } from "./schemas.ts";

const PAGE_ACTS = 100;
/** More than a table program is opened for; who wants all of it narrows the period and takes it in parts. */
const EXPORTED_ACTS = 20_000;

export const auditRouter = router({
  list: procedureFor("admin")
    .input(ListAudit)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await listAudit(ctx.db, filterOf(filter), { after: cursor ?? null, limit: PAGE_ACTS });
      const names = await namesOfSubjects(
        ctx.db,
        rows.map(({ subjectId }) => subjectId),
      );
      return {
        rows: rows.map((row) => ({
          ...row,
          at: row.at.toISOString(),
          subjectName: names.get(row.subjectId ?? "") ?? null,
        })),
        nextCursor: next,
      };
    }),

  /** What and who there is to choose among. */
  choices: procedureFor("admin").query(({ ctx }) => auditChoices(ctx.db)),

  /** The acts that fit, as CSV; that they were taken out is written down as well. */
  export: inPersonFor("admin")
    .input(ExportAudit)
    .mutation(async ({ ctx, input }) => {
      const { rows, next } = await listAudit(ctx.db, filterOf(input), { after: null, limit: EXPORTED_ACTS });
      await noteActs(ctx.db, actorOf(ctx), [
        { action: "audit.export", subjectId: "audit", detail: { filter: input, rows: rows.length } },
      ]);
      return { csv: auditCsv(rows), rows: rows.length, isWhole: next === null };
    }),
});

function filterOf({ from, until, ...rest }: z.infer<typeof ExportAudit>): AuditFilter {
  return { ...rest, from: from === null ? null : new Date(from), until: until === null ? null : new Date(until) };
}
