/** Words that are no sign of what it is about. */
const SHORTEST_WORD = 4;
/** So much of the shorter text has to be in the longer one. */
const SHARE = 0.5;
/** Russian and English endings differ after this. */
const STEM = 5;

/** Whether two descriptions of a problem may be about the same: half of what one says is in the other. */
export function areAlike(one: string, other: string): boolean {
  const [short, long] = [stemsOf(one), stemsOf(other)].toSorted((a, b) => a.size - b.size);
  if (short === undefined || long === undefined || short.size === 0) return false;
  return [...short].filter((stem) => long.has(stem)).length >= short.size * SHARE;
}

const stemsOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replaceAll("ё", "е")
        .match(/[\p{L}\p{N}]+/gu) ?? []
    )
      .filter((word) => word.length >= SHORTEST_WORD)
      .map((word) => word.slice(0, STEM)),
  );
