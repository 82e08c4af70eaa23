const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 5;
const LONGEST_ENDING = 3;
/** `стиралка` and `стиральная` share their beginning. */
const SHORTEST_BEGINNING = 5;
const SHARE_OF_BEGINNING = 0.6;
/** Shorter words with one typo are other words. */
const ONE_TYPO_FROM = 5;
const TWO_TYPOS_FROM = 8;

/**
 * How surely one key of a word means another, from 0 to 1: the same, one with an ending more, the first part of it, a
 * compound with it, one or two typos away, or of the same beginning. Numbers are the same or are not.
 */
export function likeness(asked: string, known: string): number {
  if (asked === known) return 1;
  const isSameFirst = asked[0] === known[0];
  const short = asked.length < known.length ? asked : known;
  // Most words of a catalog are as far from each other as that.
  if (!isSameFirst && short.length < SHORTEST_COMPOUND) return 0;
  if (isNumber(asked) || isNumber(known)) return 0;
  const long = short === asked ? known : asked;
  if (short.length >= SHORTEST_PART && long.startsWith(short)) {
    if (long.length - short.length <= LONGEST_ENDING) return 0.9;
    return asked === short ? 0.75 : 0;
  }
  if (short.length >= SHORTEST_COMPOUND && long.endsWith(short)) return 0.75;
  if (!isSameFirst && short.length < TWO_TYPOS_FROM - 2) return 0;
  const most = short.length >= TWO_TYPOS_FROM ? 2 : short.length >= ONE_TYPO_FROM ? 1 : 0;
  const typos = haveOtherLetters(asked, known, most) ? most + 1 : typosBetween(asked, known, most);
  if (typos <= most) return 0.85 - 0.1 * (typos - 1);
  const shared = sharedBeginning(short, long);
  return shared >= SHORTEST_BEGINNING && shared >= long.length * SHARE_OF_BEGINNING ? 0.7 : 0;
}

function isNumber(key: string): boolean {
  const first = key.charAt(0);
  return first >= "0" && first <= "9";
}

function sharedBeginning(short: string, long: string): number {
  let length = 0;
  while (length < short.length && short[length] === long[length]) length += 1;
  return length;
}

/** Each typo brings in one letter at most, so words with more that the other lacks need no closer look. */
function haveOtherLetters(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return true;
  return lacking(one, other, most) > most || lacking(other, one, most) > most;
}

/** How many letters of one the other lacks, counted until there are more than `most`. */
function lacking(one: string, other: string, most: number): number {
  let count = 0;
  for (let index = 0; index < one.length && count <= most; index++) {
    const letter = one.charAt(index);
    // The same letter again is no other one.
    if (!other.includes(letter) && one.indexOf(letter) === index) count += 1;
  }
  return count;
}

/** Letters left out, added, changed or swapped with their neighbour; more than `most` when there are more. */
function typosBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + cost,
          isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
