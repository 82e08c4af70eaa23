import { onCallAt, type OnCallQuestion } from "@botdeck/notifications";

/** A rota that changes oftener than this is cut: nobody reads further. */
const MOST_TURNS = 60;

export type Turn = { userIds: string[]; fromAt: Date; untilAt: Date };

/** Who is on call from a moment on, turn after turn, until another. The first turn began earlier; it is told from the moment on. */
export function turnsAhead(question: OnCallQuestion, until: Date): Turn[] {
  const turns: Turn[] = [];
  let from = question.now;
  while (from < until && turns.length < MOST_TURNS) {
    const { userIds, until: changes } = onCallAt({ ...question, now: from });
    turns.push({ userIds, fromAt: from, untilAt: changes < until ? changes : until });
    from = changes;
  }
  return turns;
}
