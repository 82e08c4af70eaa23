import { and, eq, sql } from "drizzle-orm";
import { outboxEffect } from "@botdeck/db";
import fc from "fast-check";
import { expect, test } from "vitest";

import { createFlowWorld, type FlowWorld, RESULT } from "../testing/flow-world.ts";
import { OPERATOR } from "../testing/world.ts";

const DAY_MS = 86_400_000;

/** Whoever may speak in a conversation or change its hands, each with one step of theirs; `key` is new each time. */
const STEPS = {
  say: ({ voice, origin }, key) => voice.say(origin, { key, text: `say ${key}`, step: "dialog" }),
  sayOfAnother: ({ voiceOf, origin }, key) => voiceOf("another").say(origin, { key, text: `other ${key}`, step: "x" }),
  tell: ({ voiceOf, origin }, key) => voiceOf("another").tell(origin, { key, text: `tell ${key}` }),
  sayQueued: ({ voice, origin }, key) => voice.sayQueued(origin, { key, text: `queued ${key}` }),
  lead: ({ voiceOf, origin }) => voiceOf("another").lead(origin, "productReturn"),
  giveBack: ({ voice, origin }, key) =>
    voice.giveBack(origin, { key, text: `end ${key}`, outcome: "accepted", result: RESULT }),
  transfer: ({ queueOf, origin }, key) => queueOf("watch").transfer(origin, key, { kind: "line", id: "2" }),
  takeBack: ({ queueOf, origin }) =>
    queueOf("watch", () => new Date(Date.now() + DAY_MS)).takeBackWhenQuiet(origin, DAY_MS / 2),
  client: (world) => world.write("hello"),
  begin: (world) => world.write("begin"),
  handOver: (world) => world.write("operator"),
  operator: (world) => world.write("I will do that", { by: OPERATOR }),
  backToBot: (world) => world.give({ kind: "bot.joined" }),
  handle: (world) => world.runAll(),
} satisfies Record<string, (world: FlowWorld, key: string) => Promise<unknown>>;
type Step = keyof typeof STEPS;

/** Words for the client that may still leave. */
const waiting = ({ db, origin }: FlowWorld) =>
  db
    .select({ key: outboxEffect.key })
    .from(outboxEffect)
    .where(
      and(
        eq(outboxEffect.conversationId, origin.conversationId),
        eq(outboxEffect.status, "ready"),
        eq(outboxEffect.kind, "chat.send"),
        sql`${outboxEffect.body}->>'forOperators' is distinct from 'true'`,
      ),
    );

const anyStep = fc.constantFrom(...(Object.keys(STEPS) as Step[])); // safe: the keys of that very object
/** Each moment is what happens at the same time. */
const anyMoments = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

test("while an operator has the conversation, no word of a bot or a flow may leave", async () => {
  await fc.assert(
    fc.asyncProperty(anyMoments, async (moments) => {
      const world = await createFlowWorld();
      try {
        for (const [index, steps] of [...moments, ["operator", "say", "tell"] as const, ["handle"] as const].entries()) {
          await Promise.all(steps.map((step, place) => STEPS[step](world, `${index}-${place}`)));
          const { owner } = await world.conversation();
          if (owner.startsWith("operator:")) expect(await waiting(world)).toEqual([]);
        }
        expect((await world.conversation()).owner).toBe(`operator:${OPERATOR.id}`);
      } finally {
        await world.close();
      }
    }),
    { numRuns: 25 },
  );
});
