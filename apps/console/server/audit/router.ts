import { listAudit } from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";
import { ListAudit } from "./schemas.ts";

const PAGE_ACTS = 100;

export const auditRouter = router({
  list: procedureFor("admin")
    .input(ListAudit)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await listAudit(ctx.db, filter, { after: cursor ?? null, limit: PAGE_ACTS });
      return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), nextCursor: next };
    }),
});
