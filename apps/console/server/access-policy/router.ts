import { AppError } from "@botdeck/core";
import { announce, loginsWithoutFactor, noteActs, putSecondFactorFrom } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { inPersonFor, router } from "../trpc.ts";
import { PutSecondFactor } from "./schemas.ts";
import { stricter } from "./second-factor-rules.ts";

/** How people enter the console: an admin's to decide, and no program's. */
export const accessPolicyRouter = router({
  /**
   * From which role on a second factor is asked for, and from which on the environment asks for it whatever is decided here; how many
   * of each role have none yet.
   */
  get: inPersonFor("admin").query(async ({ ctx }) => ({
    from: await ctx.sessionRules.secondFactorFrom(),
    least: ctx.leastSecondFactorFrom,
    without: await loginsWithoutFactor(ctx.db),
  })),

  /**
   * It counts at everybody's next call. Whoever asks others for a second factor has one, so that the way back stays open.
   *
   * @throws AppError `conflict` when another admin has decided meanwhile.
   */
  putSecondFactor: inPersonFor("admin")
    .input(PutSecondFactor)
    .mutation(async ({ ctx, input: { from, before: seen } }) => {
      if (from !== null && !ctx.session.hasSecondFactor) return { kind: "own_first" } as const;
      await ctx.db.transaction(async (tx) => {
        const least = ctx.leastSecondFactorFrom;
        const [before, after] = [stricter(await putSecondFactorFrom(tx, from), least), stricter(from, least)];
        if (before !== seen) throw new AppError("conflict", "Another admin has changed this meanwhile.");
        if (before === after) return;
        const detail = { before: before ?? "nobody", after: after ?? "nobody" };
        await noteActs(tx, actorOf(ctx), [
          { action: "accessPolicy.setSecondFactor", subjectId: "accessPolicy", detail },
        ]);
      });
      await announce(ctx.db, "botdeck_desk", ["access"]);
      return { kind: "done" } as const;
    }),
});
