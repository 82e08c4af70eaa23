import { type Database, listHooks, listPolicies, namesOfPeople } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName } from "../conversation/mask-personal-data.ts";
import { procedureFor, router } from "../trpc.ts";
import { putPolicy, removePolicy } from "./change-policy.ts";
import { ListPolicies, PutPolicy, RemovePolicy } from "./schemas.ts";
import { policyView } from "./view.ts";

/** Of one portal; more say nothing more of who goes by a policy. */
const MOST_HOOKS = 200;
/** Sources with alerts; the others are told by rules. */
const ALERTING = new Set(["alertmanager", "grafana", "zabbix", "sentry"]);

/** Who is paged, in which order, and what if nobody answers. */
export const policyRouter = router({
  list: procedureFor("viewer")
    .input(ListPolicies)
    .query(async ({ ctx, input: { portalId } }) => {
      const [rows, hooks] = await Promise.all([
        listPolicies(ctx.db, portalId),
        listHooks(ctx.db, portalId, MOST_HOOKS),
      ]);
      const alerting = hooks.filter(({ kind }) => ALERTING.has(kind));
      const policies = rows.map((row) => policyView(row, alerting));
      const names = await namesIn(ctx.db, portalId, policies);
      const shown = (name: string) => (hidesPersonalData(ctx.session.role) ? maskName(name) : name);
      return { policies, people: Object.fromEntries([...names].map(([id, name]) => [id, shown(name)])) };
    }),

  put: procedureFor("lead")
    .input(PutPolicy)
    .mutation(({ ctx, input }) => putPolicy(ctx.db, input, actorOf(ctx))),

  remove: procedureFor("lead")
    .input(RemovePolicy)
    .mutation(({ ctx, input }) => removePolicy(ctx.db, input, actorOf(ctx))),
});

function namesIn(db: Database, portalId: string, policies: readonly ReturnType<typeof policyView>[]) {
  const targets = policies.flatMap(({ policy }) => policy?.levels.flatMap((level) => level.targets) ?? []);
  const ids = targets.flatMap((target) => (target.kind === "person" ? [target.id] : []));
  return namesOfPeople(db, portalId, ids);
}
