import { plainWords, type Translate } from "@botdeck/dialog";

import type { TeamAway } from "../services.ts";
import { daysInWords } from "./days-in-words.ts";

/** More names help nobody. */
const MOST_NAMED = 5;

/** Who is away, with their days: "Anna (15 July – 20 July 2027), Boris (…)". */
export function namesOf(t: Translate<"daysOne" | "daysHalf" | "daysMany">, { away }: TeamAway): string {
  const named = away.slice(0, MOST_NAMED).map(({ name, fromDay, toDay }) => {
    return `${plainWords(name)} (${daysInWords(t, { fromDay, toDay, fromNoon: false, untilNoon: false })})`;
  });
  return away.length > MOST_NAMED ? `${named.join(", ")}, …` : named.join(", ");
}

/** Whether more would be away than may be, with who asks among them. Nobody is too many in a department of one. */
export const isTooMany = ({ size, away }: TeamAway, mostAway: number): boolean =>
  size > 1 && away.length > 0 && away.length + 1 > mostIn({ size }, mostAway);

/** How many of a department may be away at once; one person always. */
export const mostIn = ({ size }: Pick<TeamAway, "size">, mostAway: number): number =>
  Math.max(1, Math.floor(size * mostAway));
