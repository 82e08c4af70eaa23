import type { LetterSearch } from "../search.ts";

/** What the address says, as the server takes it: days are the reader's own, the last one included. */
export function filterOf({ state, what, kind, bot, cause, from, to }: LetterSearch, portal: string | undefined) {
  return {
    state,
    what: what ?? null,
    kind: kind ?? null,
    portalId: portal ?? null,
    botId: bot ?? null,
    causeId: cause ?? null,
    from: from === undefined ? null : dayBegin(from, 0),
    to: to === undefined ? null : dayBegin(to, 1),
  };
}
export type LetterFilter = ReturnType<typeof filterOf>;

/** Something beside the state narrows the list. */
export const isNarrowed = ({ what, kind, bot, cause, from, to }: LetterSearch): boolean =>
  [what, kind, bot, cause, from, to].some((one) => one !== undefined);

function dayBegin(day: string, after: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + after);
  return date.toISOString();
}
