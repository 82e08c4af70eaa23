import type { Owner } from "@botdeck/core";
import { z } from "zod";

import type { NewOutcome, VisitFacts } from "./record-outcomes.ts";

/** A client's visit as the conversation's state keeps it, under `visit`. It is open as long as it has no outcome. */
export const Visit = z.object({
  id: z.uuid(),
  /** The portal's time of the client's first message. */
  beganAt: z.iso.datetime({ offset: true }),
  /** And of their latest words; those were the first, where it is missing. */
  lastAt: z.iso.datetime({ offset: true }).optional(),
  lineId: z.string().nullable().default(null),
  intent: z.string().nullable().default(null),
  topic: z.string().nullable().default(null),
  dialog: z.string().nullable().default(null),
  dialogVersion: z.number().int().nullable().default(null),
  /** Where that dialog stands; null when it is not under way. */
  step: z.string().nullable().default(null),
  answers: z.number().int().nonnegative().default(0),
  /** The bot gave the answer that was asked for. */
  isAnswered: z.boolean().default(false),
  outcome: z.string().nullable().default(null),
});
export type Visit = z.infer<typeof Visit>;

/** A visit in the words of its outcome. */
export function factsOfVisit(conversationId: string, visit: z.input<typeof Visit>): VisitFacts {
  return {
    conversationId,
    visitId: visit.id,
    lineId: visit.lineId ?? null,
    intent: visit.intent ?? null,
    topic: visit.topic ?? null,
    dialog: visit.dialog ?? null,
    dialogVersion: visit.dialogVersion ?? null,
    step: visit.step ?? null,
    answers: visit.answers ?? 0,
    beganAt: new Date(visit.beganAt),
    endedAt: new Date(visit.lastAt ?? visit.beganAt),
  };
}

/** When silence is taken for an end, in milliseconds. */
export type Silence = {
  /** After an answer: it was the solution. */
  presumedAfterMs: number;
  /** Without one: the client has gone. */
  abandonedAfterMs: number;
};

type Silent = { conversationId: string; owner: Owner; lastMessageAt: Date; visit: Visit };

/** What came of a visit in which nobody says anything any more; null when that is too early to say. */
export function outcomeOfSilence(silent: Silent, silence: Silence, now: Date): NewOutcome | null {
  const { visit, owner, lastMessageAt, conversationId } = silent;
  const afterMs = visit.isAnswered ? silence.presumedAfterMs : silence.abandonedAfterMs;
  const decidedAt = new Date(lastMessageAt.getTime() + afterMs);
  if (decidedAt > now) return null;
  const known = { ...factsOfVisit(conversationId, visit), endedAt: lastMessageAt, decidedAt };
  if (isWithPeople(owner)) return { ...known, kind: "handed_over", cause: "operator_came", handedTo: owner };
  return { ...known, kind: visit.isAnswered ? "solved_presumed" : "abandoned", cause: "silence" };
}

const isWithPeople = (owner: Owner) => owner.startsWith("queue:") || owner.startsWith("operator:");
