import { redactText } from "@botdeck/core";
import { type Entities, findEntities } from "@botdeck/dialog";

import type { Aliases } from "./aliases.ts";
import { namePatterns } from "./name-patterns.ts";
import { ACCOUNT, ADDRESS_EN, ADDRESS_RU, DIGIT_GROUP, LINK, MAIL } from "./patterns.ts";

/** What is known to be somebody's own, wherever it stands. */
export type OwnFacts = { names: readonly string[]; phones: readonly string[]; orderNumbers: readonly string[] };

/** Runs of fewer digits tell nobody: a rating, a count, a day. */
const FEWEST_DIGITS = 3;
/** Digits that are together more than this are a number, whatever stands between them. */
const MOST_LOOSE_DIGITS = 4;
/** A private character stands for each alias until the end, so that none is replaced again. */
const FIRST_PLACE = 0xe000;
const PRIVATE = /[\uE000-\uF8FF]/g;
const MOST_PLACES = 6_000;

/**
 * Takes out of a text what is a person's own: links, mails, phones, addresses, names, numbers of orders, and digits that are
 * no date. In its place comes an alias of the same kind, so that the text means the same to a bot.
 *
 * @param found What the bot has found in this text when it knew what it had asked for; null when it was not asked.
 */
export function createRedactor(
  aliases: Aliases,
  own: OwnFacts,
): (text: string, found: Entities | null, today: string) => string {
  const names = namePatterns(own.names);
  const cores = new Set(own.orderNumbers.flatMap((number) => number.match(/\d{2,}/g) ?? []));

  return (text, found, today) => {
    const places: string[] = [];
    const hide = (alias: string): string =>
      places.length < MOST_PLACES ? String.fromCharCode(FIRST_PLACE + places.push(alias) - 1) : "";
    const language = /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en";

    const linkless = redactText(text.replaceAll(PRIVATE, ""))
      .replaceAll(LINK, () => hide("https://example.com/"))
      .replaceAll(MAIL, (mail) => hide(aliases.mail(mail)))
      .replaceAll(ACCOUNT, () => hide("@client"));
    const seen = findEntities(linkless, { today, language, direction: "past", expects: null });
    let rest = linkless;
    for (const { written, phone } of [...writtenPhones(linkless, seen), ...writtenPhones(text, found)]) {
      rest = rest.replaceAll(written, () => hide(aliases.phone(phone)));
    }
    rest = rest
      .replaceAll(ADDRESS_RU, () => hide("ул. Садовая, д. 1"))
      .replaceAll(ADDRESS_EN, () => hide("1 Garden Street"));
    for (const { pattern, word, place } of names) {
      rest = rest.replaceAll(pattern, (written) => hide(aliases.name(sameCase(word, written), place)));
    }
    for (const { written, number } of [...writtenNumbers(linkless, seen), ...writtenNumbers(text, found)]) {
      rest = rest.replaceAll(written, () => hide(aliases.orderNumber(number)));
    }
    const days = findEntities(rest, { today, language, direction: "past", expects: null });
    for (const { start, end } of [...days.dates, ...days.ranges]) {
      const written = rest.slice(start, end);
      const isOwn = (written.match(/\d{3,}/g) ?? []).some((run) => cores.has(run));
      // As long as it stands at its place: an alias is one character, and the places of the others are of the text before.
      if (!isOwn) rest = rest.slice(0, start) + written.replaceAll(/\d/g, (digit) => shielded(digit)) + rest.slice(end);
    }
    rest = rest.replaceAll(DIGIT_GROUP, (group) => withoutDigits(group));
    return unshielded(rest).replaceAll(PRIVATE, (place) => places[place.charCodeAt(0) - FIRST_PLACE] ?? "");
  };

  function withoutDigits(group: string): string {
    const digits = group.replaceAll(/\D/g, "");
    const phone = own.phones.find((each) => digits.length >= 10 && each.endsWith(digits.slice(-10)));
    if (phone !== undefined) return aliases.phone(phone);
    const isNumber = digits.length > MOST_LOOSE_DIGITS;
    return group.replaceAll(/\d+/g, (run) =>
      isNumber || run.length >= FEWEST_DIGITS || cores.has(run) ? aliases.digits(run) : run,
    );
  }
}

/** A digit of a date, one character as before, which is not replaced. */
const SHIELD = 0xf800;
const shielded = (digit: string): string => String.fromCharCode(SHIELD + Number(digit));
const unshielded = (text: string): string =>
  text.replaceAll(/[\uF800-\uF809]/g, (sign) => String(sign.charCodeAt(0) - SHIELD));

/** Longest first: one may be a part of another. */
const longestFirst = <Found extends { written: string }>(found: Found[]): Found[] =>
  found.filter(({ written }) => written !== "").toSorted((one, other) => other.written.length - one.written.length);

const writtenPhones = (text: string, found: Entities | null) =>
  longestFirst((found?.phones ?? []).map(({ start, end, phone }) => ({ written: text.slice(start, end), phone })));

const writtenNumbers = (text: string, found: Entities | null) =>
  longestFirst(
    (found?.orderNumbers ?? [])
      .map(({ start, end, number }) => ({ written: text.slice(start, end), number }))
      // Others are found again by their digits.
      .filter(({ written, number }) => (written.match(/\d+/g) ?? []).join() !== (number.match(/\d+/g) ?? []).join()),
  );

const sameCase = (word: string, written: string): string =>
  written === written.toLowerCase() ? word.toLowerCase() : word;
