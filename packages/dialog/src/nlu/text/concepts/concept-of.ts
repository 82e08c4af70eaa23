import { EVERYDAY } from "./everyday.ts";
import { OFFICE } from "./office.ts";
import { SHOP } from "./shop.ts";
import { SUPPORT } from "./support.ts";
import { TALK } from "./talk.ts";

/**
 * Words that mean much the same, in both languages. A group ends with a semicolon and is known by its first word. A word
 * stands for all that begin with it; with a full stop for itself alone, where more letters would make a word of another
 * meaning. This lets ten phrases go further: who has taught "чайник сломался" is understood by "утюг накрылся" too.
 */
const GROUP_BY_WORD = new Map(
  [SHOP, SUPPORT, OFFICE, TALK, EVERYDAY]
    .flatMap((groups) => groups.split(";"))
    .flatMap((list) => {
      const words = list.trim().split(/\s+/);
      const group = words[0]?.replace(".", "") ?? "";
      return words.map((word): [string, string] => [word, group]);
    }),
);

/**
 * The group of words that a word belongs to, by its longest known beginning; null when it is in none.
 *
 * @param shortest a beginning of fewer letters does not count
 */
export function conceptOf(word: string, shortest = 2): string | null {
  const whole = GROUP_BY_WORD.get(`${word}.`);
  if (whole !== undefined && word.length >= shortest) return whole;
  for (let length = word.length; length >= shortest; length--) {
    const group = GROUP_BY_WORD.get(word.slice(0, length));
    if (group !== undefined) return group;
  }
  return null;
}
