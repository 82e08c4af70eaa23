import { AppError } from "@botdeck/core";
import { addSavedView, removeSavedView, savedViewsOf } from "@botdeck/db";

import { isAtLeast } from "../roles.ts";
import { procedureFor, router } from "../trpc.ts";
import { AddView, ViewById } from "./schemas.ts";

/** Lists as people like to see them. Everybody keeps their own; those that all share are a lead's to make. */
export const savedViewRouter = router({
  list: procedureFor("viewer").query(async ({ ctx }) => {
    const { userId, role } = ctx.session;
    const views = await savedViewsOf(ctx.db, userId);
    return views.map(({ ownerId, ...view }) => {
      const isOwn = ownerId === userId;
      return { ...view, isOwn, mayRemove: isOwn || role === "admin" };
    });
  }),

  add: procedureFor("viewer")
    .input(AddView)
    .mutation(async ({ ctx, input }) => {
      if (input.isShared && !isAtLeast(ctx.session.role, "lead")) {
        throw new AppError("forbidden", "A view for everybody needs the role lead.");
      }
      return { id: await addSavedView(ctx.db, ctx.session.userId, input) };
    }),

  remove: procedureFor("viewer")
    .input(ViewById)
    .mutation(({ ctx, input }) => {
      const { userId, role } = ctx.session;
      return removeSavedView(ctx.db, { id: input.id, userId, ofAnybody: role === "admin" });
    }),
});
