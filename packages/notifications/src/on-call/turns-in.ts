import { onCallAt, type OnCallQuestion } from "./on-call-at.ts";

/** More changes of hands than this nobody reads. */
const MOST_TURNS = 200;

/** A stretch of time with whoever is on call in it; null for nobody. */
export type OnCallTurn = { userId: string | null; fromAt: Date; untilAt: Date };

/** Who is on call in a stretch of time, one after the other. */
export function turnsIn(
  question: Omit<OnCallQuestion, "now">,
  { fromAt, untilAt }: { fromAt: Date; untilAt: Date },
): OnCallTurn[] {
  const turns: OnCallTurn[] = [];
  for (let now = fromAt; now < untilAt && turns.length < MOST_TURNS;) {
    const { userIds, until } = onCallAt({ ...question, now });
    const end = until < untilAt ? until : untilAt;
    turns.push({ userId: userIds[0] ?? null, fromAt: now, untilAt: end });
    now = end;
  }
  return turns;
}
