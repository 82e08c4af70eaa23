import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { putRule, removeRule, setRuleEnabled } from "./change-rule.ts";
import { notifySettings } from "../notification/notify-settings.ts";
import { NAMES_IN_CONDITIONS } from "./names-in-conditions.ts";
import { previewRule } from "./preview-rule.ts";
import { ownerProblems, readRule } from "./problems-of.ts";
import { rulesOfPortal } from "./rules-of-portal.ts";
import { CheckRule, ListRules, PutRule, RemoveRule, SetRuleEnabled, TryRule } from "./schemas.ts";
import { tryRule } from "./try-rule.ts";
import { ruleView } from "./view.ts";

export const notificationRuleRouter = router({
  list: procedureFor("viewer")
    .input(ListRules)
    .query(async ({ ctx, input }) => (await rulesOfPortal(ctx.db, input.portalId)).map(ruleView)),

  /** What there is to write rules with. */
  names: procedureFor("lead").query(() => NAMES_IN_CONDITIONS),

  /** What is wrong with a rule, and how people see it. Changes nothing; a mutation because a rule is too long for an address. */
  check: procedureFor("lead")
    .input(CheckRule)
    .mutation(async ({ ctx, input }) => {
      const { rule, problems } = await readRule(ctx.db, input.portalId, input.rule);
      const preview = rule === null ? null : previewRule(rule, await notifySettings(ctx.db, input.portalId));
      return { problems: [...problems, ...ownerProblems(input.ownerId)], preview };
    }),

  /** What a rule would have told in the last week. Changes nothing. */
  tryOut: procedureFor("lead")
    .input(TryRule)
    .mutation(async ({ ctx, input: { portalId, code, rule, language } }) => {
      const enabled = (await rulesOfPortal(ctx.db, portalId)).flatMap((one) =>
        one.isEnabled && one.rule !== null ? [{ code: one.code, rule: one.rule }] : [],
      );
      const settings = await notifySettings(ctx.db, portalId);
      return tryRule(ctx.db, { portalId, code, rule, enabled, settings, language, now: new Date() });
    }),

  put: procedureFor("lead")
    .input(PutRule)
    .mutation(({ ctx, input }) => putRule(ctx.db, input, actorOf(ctx))),

  setEnabled: procedureFor("lead")
    .input(SetRuleEnabled)
    .mutation(({ ctx, input }) => setRuleEnabled(ctx.db, input, actorOf(ctx))),

  remove: procedureFor("lead")
    .input(RemoveRule)
    .mutation(({ ctx, input }) => removeRule(ctx.db, input, actorOf(ctx))),
});
