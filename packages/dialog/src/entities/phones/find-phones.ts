import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

import type { FoundPhone } from "../entities.ts";
import { folded } from "../spans.ts";

/** Digits of the longest number there is, by E.164. */
const MOST_DIGITS = 15;
/** So many groups of digits are looked at: each costs a reading by the plan, and nobody names more numbers. */
const MOST_GROUPS = 400;
/** Fewer digits are no number with its area. */
const FEWEST_DIGITS = 7;

const GROUP = /\d+/g;
/** What people write between the groups of one number. */
const BETWEEN = /^(?:[ .]|\)? ?-? ?\(?|\)|\/)$/;
const SAYS_PHONE =
  /(?:тел|телефон\p{L}*|моб|мобильн\p{L}*|сотов\p{L}*|номер|звоните|позвоните|phone|mobile|cell|call|tel|whatsapp|ватсап|вотсап)[^\d\p{L}]{0,4}(?:\p{L}{1,5} )?$/u;
const SAYS_OTHERWISE =
  /(?:инн|кпп|огрн\p{L}*|снилс|бик|счет\p{L}*|карт\p{L}*|паспорт\p{L}*|трек\p{L}*|накладн\p{L}*|штрих\p{L}*|артикул\p{L}*|арт|track\p{L}*|parcel|card|account|invoice|sku|ean|заказ\p{L}*|order|№|#)(?: ?(?:номер\p{L}*|number|no|№|#))?[^\d\p{L}+]{0,3}$/u;
/** "телефон при заказе 8-916…": the word for it stands a little before. */
const SAYS_PHONE_BEFORE = /(?<!\p{L})(?:телефон\p{L}*|тел|phone|mobile)(?!\p{L})[^\d]{0,25}$/u;
const LIKE_A_DATE = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)|^\d{4}-\d{2}-\d{2}(?!\d)/;

type Group = { start: number; end: number };

/**
 * Telephone numbers in E.164. `region` (ISO country) is that of numbers written without `+`; a number that its country's plan
 * does not know is none, and neither is one that is said to be an order's, a card's or a tax number.
 * `certain`: the text answers a question for a phone, so numbers need not look like one.
 */
export function findPhones(text: string, region = "RU", certain = false): FoundPhone[] {
  const plain = folded(text);
  const country = isSupportedCountry(region) ? region : "RU";
  const groups = Array.from(plain.matchAll(GROUP), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  })).slice(0, MOST_GROUPS);
  const found: FoundPhone[] = [];
  for (let first = 0; first < groups.length;) {
    const phone = phoneFrom(plain, groups, first, country, certain);
    if (phone) found.push(phone.found);
    first = phone ? phone.next : first + 1;
  }
  return found;
}

function phoneFrom(plain: string, groups: readonly Group[], first: number, country: CountryCode, certain: boolean) {
  const head = groups[first];
  if (!head) return null;
  const start = startOf(plain, head.start);
  const before = plain.slice(Math.max(0, start - 40), start);
  if (/[\p{L}\d]-?$|\d[.,]$/u.test(before) && !SAYS_PHONE.test(before)) return null;
  const plus = plain[start] === "+" || plain[start + 1] === "+";
  const isOther = SAYS_OTHERWISE.test(before) && !SAYS_PHONE_BEFORE.test(before);
  if (!plus && (isOther || LIKE_A_DATE.test(plain.slice(head.start, head.start + 11)))) return null;
  for (let last = lastGroup(plain, groups, first); last >= first; last--) {
    const end = groups[last]?.end ?? head.end;
    const digits = plain.slice(head.start, end).replaceAll(/\D/g, "");
    if (digits.length < FEWEST_DIGITS) return null;
    const likePhone = certain || plain[start] === "(" || SAYS_PHONE.test(before);
    const phone = readPhone(digits, plus, country, likePhone);
    if (phone) return { found: { phone, start, end }, next: last + 1 };
  }
  return null;
}

/** A number begins with its `+` or bracket, not with its first digit. */
function startOf(plain: string, digit: number): number {
  let start = digit;
  while (start > 0 && digit - start < 2 && /[+(]/.test(plain[start - 1] ?? "")) start--;
  return start;
}

function lastGroup(plain: string, groups: readonly Group[], first: number): number {
  let last = first;
  let digits = (groups[first]?.end ?? 0) - (groups[first]?.start ?? 0);
  for (;;) {
    const [here, next] = [groups[last], groups[last + 1]];
    if (!here || !next || !BETWEEN.test(plain.slice(here.end, next.start))) return last;
    digits += next.end - next.start;
    if (digits > MOST_DIGITS) return last;
    last++;
  }
}

function readPhone(digits: string, plus: boolean, country: CountryCode, certain: boolean): string | null {
  for (const spelling of spellings(digits, plus, country, certain)) {
    const number = parsePhoneNumberFromString(spelling, country);
    if (number?.isValid()) return number.number;
  }
  return null;
}

/** Without `+`, ten digits are a phone only when they are a mobile's or said to be one: so many other numbers have ten. */
function spellings(digits: string, plus: boolean, country: CountryCode, certain: boolean): string[] {
  if (plus) return [`+${digits}`, ...(digits.startsWith("8") ? [digits] : [])];
  if (country !== "RU" && country !== "KZ") return certain || digits.length >= 9 ? [digits] : [];
  if (digits.length === 11 && /^[78]/.test(digits)) return [`+7${digits.slice(1)}`];
  if (digits.length === 10 && (certain || digits.startsWith("9"))) return [`+7${digits}`];
  if (digits.startsWith("00")) return [`+${digits.slice(2)}`];
  return certain && digits.length > 11 ? [`+${digits}`] : [];
}
