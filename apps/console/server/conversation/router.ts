import { AppError } from "@botdeck/core";
import {
  conversationById,
  conversationDetails,
  countConversations,
  listConversations,
  listMessages,
} from "@botdeck/db";
import { tracked } from "@trpc/server";

import { procedureFor, router } from "../trpc.ts";
import { detailsView } from "./details-view.ts";
import { followChanges } from "./follow-changes.ts";
import { ConversationById, CountConversations, FollowChanges, ListConversations, ListMessages } from "./schemas.ts";
import { conversationView, messageView } from "./view.ts";

const PAGE_ROWS = 50;
const PAGE_MESSAGES = 100;
/** A stream that was open when its person lost the role or the session hands out changes for no longer than this. */
const RECHECK_MS = 5_000;

export const conversationRouter = router({
  list: procedureFor("viewer")
    .input(ListConversations)
    .query(async ({ ctx, input }) => {
      const filter = { queue: input.queue === "all" ? null : input.queue, portalId: input.portalId };
      const page = await listConversations(ctx.db, filter, { after: input.cursor ?? null, limit: PAGE_ROWS });
      return { rows: page.rows.map((row) => conversationView(row, ctx.session.role)), nextCursor: page.next };
    }),

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
      return detailsView(details, ctx.session.role);
    }),

  messages: procedureFor("viewer")
    .input(ListMessages)
    .query(async ({ ctx, input }) => {
      const page = { before: input.cursor ?? null, limit: PAGE_MESSAGES };
      const { rows, earlier } = await listMessages(ctx.db, input.conversationId, page);
      return { rows: rows.map((row) => messageView(row, ctx.session.role)), nextCursor: earlier };
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
