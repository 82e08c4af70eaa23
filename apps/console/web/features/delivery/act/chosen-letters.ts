import type { LetterFilter } from "../letters/filter-of.ts";

/** The letters that something is to be done with: those chosen one by one, or all that the filter finds. */
export type ChosenLetters = {
  filter: LetterFilter;
  /** Null for all that the filter finds. */
  ids: readonly string[] | null;
  count: number;
};

/** What a dialog about letters tells its page. */
export type ActProps = {
  letters: ChosenLetters;
  onClose: () => void;
  /** They are as good as done: show them no more. */
  onGone?: (ids: readonly string[]) => void;
  /** It came to nothing: show them again. */
  onBack?: (ids: readonly string[]) => void;
  onDone?: () => void;
};

/** The one letter that was chosen; null for several. */
export const onlyOne = ({ ids }: ChosenLetters): string | null => (ids?.length === 1 ? (ids[0] ?? null) : null);
