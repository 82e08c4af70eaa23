import { listHooks, listHookSamples, listPolicies, listPortalBots } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { changeHookActive, changeHookOptions, createHook, hookOfPortal, shownOptions } from "./change-hooks.ts";
import { ChangeHook, CreateHook, HookById, ListHooks, SetHookActive, TestHook } from "./schemas.ts";
import { addressOf, testHook } from "./test-hook.ts";
import { sampleView } from "./sample-view.ts";

const SHOWN_SAMPLES = 20;
/** Of one portal; more are shown by nobody. */
const MOST_HOOKS = 200;

/** The addresses to which other systems post. Who may post is an administrator's to say; what came is a lead's to see. */
export const hookRouter = router({
  list: procedureFor("lead")
    .input(ListHooks)
    .query(async ({ ctx, input }) => {
      const [hooks, bots, policies] = await Promise.all([
        listHooks(ctx.db, input.portalId, MOST_HOOKS + 1),
        listPortalBots(ctx.db, input.portalId),
        listPolicies(ctx.db, input.portalId),
      ]);
      return {
        hooks: hooks.slice(0, MOST_HOOKS).map((hook) => ({
          ...hook,
          options: shownOptions(hook),
          /** Null where nobody said where the gateway is. */
          address: ctx.gatewayUrl === null ? null : addressOf(ctx.gatewayUrl, hook),
          lastAcceptedAt: hook.lastAcceptedAt?.toISOString() ?? null,
          createdAt: hook.createdAt.toISOString(),
        })),
        /** There are more than these. */
        isBounded: hooks.length > MOST_HOOKS,
        policies: policies.map(({ id, name }) => ({ id, name })),
        /** Those that a new one may be for. */
        bots: bots.map(({ id, name, code }) => ({ id, name, code })),
      };
    }),

  samples: procedureFor("lead")
    .input(HookById)
    .query(async ({ ctx, input }) => {
      await hookOfPortal(ctx.db, input.portalId, input.hookId);
      const samples = await listHookSamples(ctx.db, input.hookId, SHOWN_SAMPLES);
      return samples.map(sampleView);
    }),

  create: procedureFor("admin")
    .input(CreateHook)
    .mutation(({ ctx, input }) => createHook(ctx.db, input, actorOf(ctx))),

  change: procedureFor("admin")
    .input(ChangeHook)
    .mutation(({ ctx, input }) => changeHookOptions(ctx.db, input, actorOf(ctx))),

  test: procedureFor("admin")
    .input(TestHook)
    .mutation(({ ctx, input }) => testHook(ctx, input, actorOf(ctx))),

  setActive: procedureFor("admin")
    .input(SetHookActive)
    .mutation(({ ctx, input }) => changeHookActive(ctx.db, input, actorOf(ctx))),
});
