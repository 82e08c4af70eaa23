import type { RecordedTalk } from "@botdeck/db";
import { DialogState } from "@botdeck/dialog";

import type { Came } from "./fixture.ts";
import { lastStepOf } from "./play-fixture.ts";

/** What came of the visits of a conversation, as it was recorded when it happened; of the last one also where it stands. */
export function cameOfRecord({ outcomes, state }: RecordedTalk): Came[] {
  const decided = outcomes.map(({ kind, cause, topic, dialog }): Came => ({
    outcome: kind === "handed_over" ? "handed_over" : kind === "abandoned" ? "unanswered" : "answered",
    ...(kind === "handed_over" && { topic, cause }),
    ...(dialog !== null && { dialog }),
  }));
  const stands = DialogState.parse(state);
  const { visit } = stands;
  const lastStep = lastStepOf(stands);
  const isDecided = visit === null || outcomes.some(({ beganAt }) => beganAt.getTime() === Date.parse(visit.beganAt));
  if (isDecided) return decided.map((came, index) => (index === decided.length - 1 ? { ...came, lastStep } : came));
  const open: Came = {
    outcome: visit.isAnswered ? "answered" : "unanswered",
    ...(visit.dialog !== null && { dialog: visit.dialog }),
    lastStep,
  };
  return [...decided, open];
}
