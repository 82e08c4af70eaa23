import { romanize } from "../products/search/romanize.ts";

/** Cyrillic capitals that look like Latin ones: people and shops type either. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  Ё: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
  І: "I",
  Ѕ: "S",
  Ј: "J",
};

/**
 * The parts of a number that tell it from others, in Latin capitals: `ут 00-001042` is `YT` and `1042`. Blanks, signs, case
 * and the zeros that 1C fills numbers up with say nothing.
 */
export function numberParts(number: string): string[] {
  const plain = number.normalize("NFKC").toUpperCase().replaceAll(/\s/gu, "");
  const latin = plain.replaceAll(/[\u0400-\u04FF]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
  const parts = latin.match(/\p{L}+|\d+/gu) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? part.replace(/^0+/, "") : part)).filter((part) => part !== "");
}

/** The parts of a number by how its letters sound: `ДМ-4111` is heard of `DM-4111`. */
const soundingParts = (number: string): string[] => numberParts(romanize(number.toLowerCase()));

/** The digits that every spelling of a number ends with; null when it has none to look for. */
export function lastDigits(number: string): string | null {
  return numberParts(number).findLast((part) => /^\d/.test(part)) ?? null;
}

/**
 * The order of this number; one whose letters sound so, or were left out, is it when no other ends so. Where a shop counts
 * anew each year, the newest is meant.
 *
 * @param orders Newest first.
 */
export function pickByNumber<Numbered extends { number: string }>(
  orders: readonly Numbered[],
  number: string,
): Numbered | null {
  const wanted = numberParts(number).join("-");
  const exact = orders.find((order) => numberParts(order.number).join("-") === wanted);
  if (exact !== undefined) return exact;
  const isSpelled = /^\d+$/.test(wanted)
    ? ({ number: known }: Numbered) => numberParts(known).at(-1) === wanted
    : ({ number: known }: Numbered) => soundingParts(known).join("-") === soundingParts(number).join("-");
  const [found, ...others] = orders.filter(isSpelled);
  return others.length === 0 ? (found ?? null) : null;
}
