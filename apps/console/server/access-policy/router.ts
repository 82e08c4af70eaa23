import { AppError } from "@botdeck/core";
import { noteActs, putSecondFactorFrom } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { PutSecondFactor } from "./schemas.ts";

/** How people enter the console: an admin's to decide. */
export const accessPolicyRouter = router({
  /** From which role on a second factor is asked for, and from which on the environment asks for it whatever is decided here. */
  get: procedureFor("admin").query(async ({ ctx }) => ({
    from: await ctx.sessionRules.secondFactorFrom(),
    least: ctx.leastSecondFactorFrom,
  })),

  /** It counts at everybody's next call. Whoever asks others for a second factor has one, so that the way back stays open. */
  putSecondFactor: procedureFor("admin")
    .input(PutSecondFactor)
    .mutation(async ({ ctx, input: { from } }) => {
      if (from !== null && !ctx.session.hasSecondFactor) {
        throw new AppError("conflict", "Set up a second factor of your own first.");
      }
      await ctx.db.transaction(async (tx) => {
        const before = await putSecondFactorFrom(tx, from);
        if (before === from) return;
        const detail = { before: before ?? "nobody", after: from ?? "nobody" };
        await noteActs(tx, actorOf(ctx), [
          { action: "accessPolicy.setSecondFactor", subjectId: "accessPolicy", detail },
        ]);
      });
    }),
});
