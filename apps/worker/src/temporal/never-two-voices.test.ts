import { AppError } from "@botdeck/core";
import { outboxEffect } from "@botdeck/db";
import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { beginFlow, type BegunFlow, createFlowWorld, type FlowWorld, RESULT } from "../testing/flow-world.ts";
import { sitAtDesk } from "../testing/at-the-desk.ts";
import { openLine, OPERATOR } from "../testing/world.ts";

const DAY_MS = 86_400_000;

let world: FlowWorld;
let olga: Awaited<ReturnType<typeof sitAtDesk>>;
beforeAll(async () => {
  world = await createFlowWorld();
  olga = await sitAtDesk(world, { isLead: true });
});
afterAll(() => world.close());

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
  client: ({ origin }) => world.write("hello", { in: origin.dialog }),
  begin: ({ origin }) => world.write("begin", { in: origin.dialog }),
  handOver: ({ origin }) => world.write("operator", { in: origin.dialog }),
  operator: ({ origin }) => world.write("I will do that", { by: OPERATOR, in: origin.dialog }),
  backToBot: ({ origin: { dialog } }) => world.give({ kind: "bot.joined", dialog }),
  takeAtDesk: ({ origin }) => olga.takeOver(origin.dialog.id).catch(refused),
  replyAtDesk: ({ origin }, key) => olga.reply(`desk ${key}`, origin.dialog.id).catch(refused),
  giveBackAtDesk: ({ origin }, key) => olga.giveBack(`back ${key}`, origin.dialog.id).catch(refused),
  handle: () => world.runAll(),
} satisfies Record<string, (flow: BegunFlow, key: string) => Promise<unknown>>;
type Step = keyof typeof STEPS;

/** Somebody was quicker, or it is not theirs to do now. */
function refused(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "conflict") throw error;
}

/** Words of a bot or a flow for the client that may still leave. */
const waiting = ({ origin }: BegunFlow) =>
  world.db
    .select({ key: outboxEffect.key })
    .from(outboxEffect)
    .where(
      and(
        eq(outboxEffect.conversationId, origin.conversationId),
        eq(outboxEffect.status, "ready"),
        eq(outboxEffect.kind, "chat.send"),
        sql`${outboxEffect.body}->>'forOperators' is distinct from 'true'`,
        sql`${outboxEffect.body}->>'byDesk' is distinct from 'true'`,
      ),
    );

const anyStep = fc.constantFrom(...(Object.keys(STEPS) as Step[])); // safe: the keys of that very object
/** Each moment is what happens at the same time. */
const anyMoments = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

test("while an operator has the conversation, no word of a bot or a flow may leave", async () => {
  let chats = 1;
  await fc.assert(
    fc.asyncProperty(anyMoments, async (moments) => {
      const flow = await beginFlow(world, openLine(String(++chats)));
      const ownerNow = async () => (await world.conversation(flow.origin.dialog.id)).owner;
      const last: Step[][] = [["operator", "say", "tell"], ["handle"], ["say", "tell"]];
      for (const [index, steps] of [...moments, ...last].entries()) {
        await Promise.all(steps.map((step, place) => STEPS[step](flow, `${index}-${place}`)));
        if ((await ownerNow()).startsWith("operator:")) expect(await waiting(flow)).toEqual([]);
      }
      expect(await ownerNow()).toBe(`operator:${OPERATOR.id}`);
    }),
    { numRuns: 60 },
  );
});
