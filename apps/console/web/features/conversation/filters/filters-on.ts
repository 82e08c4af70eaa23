import type { WantedList } from "../search.ts";

/** How many filters of the menu narrow the list. */
export const filtersOn = ({ bot, line, topic, mine, late }: WantedList): number =>
  [bot, line, topic, mine, late].filter((value) => value !== undefined).length;
