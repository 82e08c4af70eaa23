import { AppError } from "@botdeck/core";
import { countAlertGroups, listAlertGroups, openAlertGroup } from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";
import { AlertGroupById, CountAlertGroups, ListAlertGroups } from "./schemas.ts";
import { alertGroupView, openedAlertGroupView } from "./view.ts";

const PAGE_GROUPS = 50;
/** Of a group's timeline; what is older is left out. */
const MOST_EVENTS = 200;

export const alertRouter = router({
  list: procedureFor("viewer")
    .input(ListAlertGroups)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await listAlertGroups(ctx.db, filter, { after: cursor ?? null, limit: PAGE_GROUPS });
      return { rows: rows.map((group) => alertGroupView(group, ctx.session.role)), nextCursor: next };
    }),

  counts: procedureFor("viewer")
    .input(CountAlertGroups)
    .query(({ ctx, input }) => countAlertGroups(ctx.db, input.portalId)),

  get: procedureFor("viewer")
    .input(AlertGroupById)
    .query(async ({ ctx, input }) => {
      const opened = await openAlertGroup(ctx.db, input.groupId, { mostEvents: MOST_EVENTS });
      if (opened === null) throw new AppError("not_found", "This group of alerts is not there, or no longer.");
      return openedAlertGroupView(opened, ctx.session.role);
    }),
});
