import { AppError } from "@botdeck/core";
import { announce, endSession, noteActs } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { inPersonFor, procedureFor, router } from "../trpc.ts";
import { EndSession, ListSessions } from "./schemas.ts";
import { sessionPage } from "./session-page.ts";

export const sessionRouter = router({
  me: procedureFor("viewer").query(({ ctx }) => {
    const { name, email, role, lacksSecondFactor } = ctx.session;
    return { name, email, role, lacksSecondFactor };
  }),

  /** Everybody's. */
  list: inPersonFor("admin")
    .input(ListSessions)
    .query(({ ctx, input }) => sessionPage(ctx.db, input, ctx.sessionId)),

  end: inPersonFor("admin")
    .input(EndSession)
    .mutation(async ({ ctx, input: { sessionId } }) => {
      await ctx.db.transaction(async (tx) => {
        const ended = await endSession(tx, { id: sessionId, userId: null });
        if (ended === null) throw new AppError("not_found", "This session has ended already.");
        const act = { action: "session.end", subjectId: `login:${ended.userId}`, detail: { session: sessionId } };
        await noteActs(tx, actorOf(ctx), [act]);
      });
      await announce(ctx.db, "botdeck_desk", ["access"]);
    }),
});
