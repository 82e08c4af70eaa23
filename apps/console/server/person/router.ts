import { announce, erasePerson, findPeople, nameOfPerson } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { ErasePerson, FindPeople, PortalPersonById } from "./schemas.ts";

const FOUND_PEOPLE = 20;

export const personRouter = router({
  /** People of a portal who are called so. */
  find: procedureFor("admin")
    .input(FindPeople)
    .query(({ ctx, input }) => findPeople(ctx.db, input.portalId, input.words, FOUND_PEOPLE)),

  /** How much of a person there is, and what they are called as far as a bot knows. */
  eraseDryRun: procedureFor("admin")
    .input(PortalPersonById)
    .query(async ({ ctx, input }) => {
      const counts = await erasePerson(ctx.db, input, { actor: actorOf(ctx), isDryRun: true });
      const { portalId, portalUserId: personId } = input;
      return { counts, name: await nameOfPerson(ctx.db, { portalId, personId }) };
    }),

  erase: procedureFor("admin")
    .input(ErasePerson)
    .mutation(async ({ ctx, input: { reason, ...person } }) => {
      const counts = await erasePerson(ctx.db, person, { actor: actorOf(ctx), isDryRun: false, reason });
      await announce(ctx.db, "botdeck_desk", ["access"]);
      return counts;
    }),
});
