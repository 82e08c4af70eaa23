import { AppError } from "@botdeck/core";
import {
  conversationById,
  conversationChoices,
  conversationDetails,
  countConversations,
  listConversations,
  listMessages,
} from "@botdeck/db";
import { tracked } from "@trpc/server";

import { procedureFor, router } from "../trpc.ts";
import { deskProcedures } from "./desk-procedures.ts";
import { detailsView } from "./details-view.ts";
import { followChanges } from "./follow-changes.ts";
import { listFilter } from "./list-filter.ts";
import { messageExtras } from "./message-extras.ts";
import { ConversationById, CountConversations, FollowChanges, ListConversations, ListMessages } from "./schemas.ts";
import { conversationView, messageView } from "./view.ts";

const PAGE_ROWS = 50;
const PAGE_MESSAGES = 100;
/** A stream that was open when its person lost the role or the session hands out changes for no longer than this. */
const RECHECK_MS = 5_000;

export const conversationRouter = router({
  ...deskProcedures,

  list: procedureFor("viewer")
    .input(ListConversations)
    .query(async ({ ctx, input }) => {
      const page = await listConversations(ctx.db, listFilter(input, ctx.session), {
        order: input.order,
        after: input.cursor ?? null,
        limit: PAGE_ROWS,
      });
      return { rows: page.rows.map((row) => conversationView(row, ctx.session.role)), nextCursor: page.next };
    }),

  choices: procedureFor("viewer").query(({ ctx }) => conversationChoices(ctx.db)),

  counts: procedureFor("viewer")
    .input(CountConversations)
    .query(({ ctx, input }) => countConversations(ctx.db, input.portalId)),

  byId: procedureFor("viewer")
    .input(ConversationById)
    .query(async ({ ctx, input }) => {
      const row = await conversationById(ctx.db, input.id);
      if (row === null) throw new AppError("not_found", "This conversation is not there, or no longer.");
      return conversationView(row, ctx.session.role);
    }),

  details: procedureFor("viewer")
    .input(ConversationById)
    .query(async ({ ctx, input }) => {
      const details = await conversationDetails(ctx.db, input.id);
      if (details === null) throw new AppError("not_found", "This conversation is not there, or no longer.");
      return detailsView(details, ctx.session.role, ctx.bots);
    }),

  messages: procedureFor("viewer")
    .input(ListMessages)
    .query(async ({ ctx, input }) => {
      const page = { before: input.cursor ?? null, limit: PAGE_MESSAGES };
      const { rows, earlier } = await listMessages(ctx.db, input.conversationId, page);
      const extras = await messageExtras(ctx.db, input.conversationId, rows);
      return { rows: rows.map((row) => messageView(row, ctx.session.role, extras)), nextCursor: earlier };
    }),

  changed: procedureFor("viewer")
    .input(FollowChanges)
    .subscription(async function* ({ ctx, input, signal }) {
      let { role } = ctx.session;
      let checkedAt = Date.now();
      const isAllowed = async () => {
        if (Date.now() - checkedAt < RECHECK_MS) return true;
        checkedAt = Date.now();
        const session = await ctx.readSession();
        role = session?.role ?? role;
        return session !== null;
      };
      const since = input.lastEventId ? new Date(Number(input.lastEventId)) : null;
      for await (const { latest, change } of followChanges({ ...ctx, since, signal, isAllowed })) {
        const data =
          change.kind === "changed" ? { kind: change.kind, conversation: conversationView(change.row, role) } : change;
        yield tracked(String(latest.getTime()), data);
      }
    }),
});
