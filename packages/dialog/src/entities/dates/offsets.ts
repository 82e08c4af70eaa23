const LAST = "прошл\\p{L}{1,3}|прошедш\\p{L}{1,3}|предыдущ\\p{L}{1,3}|минувш\\p{L}{1,3}|last|previous|past";
const THIS = "эт(?:от|ой|ом|ого|у|а|о|им)|текущ\\p{L}{1,3}|нынешн\\p{L}{1,3}|this|current";
const NEXT = "следующ\\p{L}{1,3}|след\\.?|будущ\\p{L}{1,3}|next|coming|the coming";
const BEFORE_LAST = "позапрошл\\p{L}{1,3}";
/** `на той неделе` is the last or the next one: the conversation knows. */
const THAT = "той|ту|том|тот";

/** Source of a pattern for the words that move a week, a month or a year on or back. */
export const OFFSET = `(?:${[BEFORE_LAST, LAST, THIS, NEXT, THAT].join("|")})`;

const OFFSETS = (
  [
    [BEFORE_LAST, -2],
    [LAST, -1],
    [THIS, 0],
    [NEXT, 1],
  ] as const
).map(([source, offset]) => [new RegExp(`^(?:${source})$`, "u"), offset] as const);

/** How many weeks, months or years on. */
export function offsetOf(words = "", direction: "past" | "future"): number {
  const known = OFFSETS.find(([pattern]) => pattern.test(words.trim()));
  return known ? known[1] : direction === "past" ? -1 : 1;
}
