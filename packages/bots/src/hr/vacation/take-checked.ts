import type { Line, Slots, Taken } from "@botdeck/dialog/dialogs";

/** What came of the look at a request: its own words, and what speaks against it. */
export type Checked = {
  /** In words. */
  kind: string;
  days: string;
  /** It may be sent all the same. */
  warning?: string;
  /** It may not. */
  refusal?: Line;
};

/** Other days are asked for where these cannot be taken. */
export function takeChecked(answer: unknown): Taken {
  const check = answer as Checked; // safe: the bot's own request
  const { refusal } = check;
  if (refusal === undefined) return { slots: { check } };
  return { slots: { days: undefined } as Slots, miss: { slot: "days", say: refusal } };
}
