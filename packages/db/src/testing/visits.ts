import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";

import { message, outboxEffect, outcome } from "../schema/index.ts";
import type { Visit } from "../stores/outcome/open-visit.ts";
import { type NewOutcome, recordOutcome } from "../stores/outcome/record-outcomes.ts";
import type { Desk } from "./desk.ts";
import type { World } from "./world.ts";

/** When visits of tests begin. */
export const VISIT_AT = new Date("2026-11-21T09:00:00Z");
export const HOUR_MS = 3_600_000;
export const hoursLater = (hours: number, from = VISIT_AT) => new Date(from.getTime() + hours * HOUR_MS);

/** A visit as the conversation's state keeps it. */
export const openVisit = (change: Partial<Visit> = {}): Visit => ({
  id: newId(),
  beganAt: VISIT_AT.toISOString(),
  lineId: "7",
  intent: "order.status",
  topic: "order",
  dialog: "orderStatus",
  dialogVersion: 2,
  step: null,
  answers: 3,
  isAnswered: true,
  outcome: null,
  ...change,
});

/** Visits of a desk's clients, each in a conversation of its own unless it is given one. */
export function createVisits({ db }: World, desk: Desk) {
  const newConversation = async (change: Parameters<Desk["addConversation"]>[0] = {}) =>
    (await desk.addConversation({ dialogId: newId(), ...change })).id;

  return {
    newConversation,

    async decide(change: Partial<NewOutcome> = {}): Promise<string> {
      const visitId = change.visitId ?? newId();
      const facts = {
        conversationId: change.conversationId ?? (await newConversation()),
        visitId,
        kind: "solved_presumed",
        cause: "silence",
        intent: "order.status",
        topic: "order",
        dialog: "orderStatus",
        dialogVersion: 2,
        answers: 3,
        beganAt: VISIT_AT,
        endedAt: change.decidedAt ?? VISIT_AT,
        decidedAt: VISIT_AT,
        ...change,
      } as const;
      await db.transaction((tx) => recordOutcome(tx, facts));
      return visitId;
    },

    async read(visitId: string) {
      const [row] = await db.select().from(outcome).where(eq(outcome.visitId, visitId));
      if (row === undefined) throw new Error("the visit has no outcome");
      return row;
    },

    /** What a client wrote at an instant by the portal's clock, and the bot's reply to it. */
    async addAnswer(conversationId: string, occurredAt: Date): Promise<{ sent(at: Date): Promise<void> }> {
      const key = newId();
      const said = { conversationId, author: "client" as const, authorName: "A client", text: "where is it" };
      await db.insert(message).values({ ...said, occurredAt });
      const effect = await desk.addEffect(key, undefined, conversationId);
      const reply = { conversationId, author: "bot" as const, authorName: "The bot", text: "there" };
      await db.insert(message).values({ ...reply, sourceKey: key });
      return {
        async sent(at) {
          await db.update(outboxEffect).set({ status: "sent", settledAt: at }).where(eq(outboxEffect.id, effect.id));
        },
      };
    },
  };
}
export type Visits = ReturnType<typeof createVisits>;
