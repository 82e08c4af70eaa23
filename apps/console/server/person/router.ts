import { erasePerson } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { PortalPersonById } from "./schemas.ts";

export const personRouter = router({
  /** How much of a person there is. */
  eraseDryRun: procedureFor("admin")
    .input(PortalPersonById)
    .query(({ ctx, input }) => erasePerson(ctx.db, input, { actor: actorOf(ctx), isDryRun: true })),

  erase: procedureFor("admin")
    .input(PortalPersonById)
    .mutation(({ ctx, input }) => erasePerson(ctx.db, input, { actor: actorOf(ctx), isDryRun: false })),
});
