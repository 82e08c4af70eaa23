import { AppError } from "@botdeck/core";
import { countAlertGroups, listAlertGroups, listHeldGroups, openAlertGroup } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { acknowledge, endSilence, escalate, silence } from "./answer-alert.ts";
import { heldUntil, policiesOf } from "./held-until.ts";
import {
  AlertGroupById,
  CountAlertGroups,
  ListAlertGroups,
  ListHeldGroups,
  PressAlert,
  SilenceAlert,
} from "./schemas.ts";
import { alertGroupView, heldGroupView, openedAlertGroupView } from "./view.ts";

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

  /** The groups for which nobody is paged, until when, and who wanted that. */
  held: procedureFor("viewer")
    .input(ListHeldGroups)
    .query(async ({ ctx, input: { portalId, cursor } }) => {
      const policies = await policiesOf(ctx.db, portalId);
      const { rows, next } = await listHeldGroups(ctx.db, portalId, { after: cursor ?? null, limit: PAGE_GROUPS });
      const view = (held: (typeof rows)[number]) => heldGroupView(held, heldUntil(held, policies), ctx.session.role);
      return { rows: rows.map(view), nextCursor: next };
    }),

  acknowledge: procedureFor("operator")
    .input(PressAlert)
    .mutation(({ ctx, input }) => acknowledge(ctx.db, actorOf(ctx), input)),

  silence: procedureFor("operator")
    .input(SilenceAlert)
    .mutation(({ ctx, input }) => silence(ctx.db, actorOf(ctx), input, new Date())),

  endSilence: procedureFor("operator")
    .input(PressAlert)
    .mutation(({ ctx, input }) => endSilence(ctx.db, actorOf(ctx), input, new Date())),

  escalate: procedureFor("operator")
    .input(PressAlert)
    .mutation(({ ctx, input }) => escalate(ctx.db, actorOf(ctx), input)),
});
