// One grid for the heads, the rows and their skeleton. "Leads" goes first when it gets narrow; below @xl a row becomes a card.
const GRID =
  "grid items-center gap-x-3 px-4 @xl:grid-cols-[6.5rem_minmax(6rem,9rem)_minmax(0,1fr)_3.5rem_3.5rem] " +
  "@3xl:grid-cols-[6.5rem_minmax(7rem,10rem)_minmax(0,1fr)_8.5rem_3.5rem_3.5rem]";

export const HEADER_LOOK = `${GRID} h-8 border-b border-line text-sm font-medium text-ink-muted @max-xl:hidden`;

export const ROW_LOOK = `${GRID} border-b border-line`;
