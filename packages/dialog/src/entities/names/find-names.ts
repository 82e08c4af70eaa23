import type { FoundName, Span } from "../entities.ts";
import { firstOfOverlapping, folded } from "../spans.ts";
import { isGivenName, looksLikeSurname } from "./given-names.ts";
import { isNoName } from "./not-names.ts";

const MOST_WORDS = 3;

/** Behind these words stands a name, also in small letters. */
const STRONG =
  /(?<![\p{L}\d])(?:меня зовут|зовут меня|меня звать|мо[её] имя|имя(?: и фамилия)?(?= ?:)|фио(?= ?:)|menya zovut|my name is|my name's|my names|name(?= ?:)|зовите меня|можно просто|call me|i am called|зовут)(?![\p{L}\d])[ :,-]{1,3}/gu;
/** Behind these stands a name when it is written as one, or is a known one. */
const WEAK =
  /(?<![\p{L}\d])(?:это|я|имя|запишите|с вами(?: говорит)?|(?:вас )?беспокоит|говорит|пишет(?: вам)?|i'm|i’m|im|i am|this is|it's|it is|here is)(?![\p{L}\d])[ ,-]{1,3}/gu;
const BEHIND =
  /(?<![\p{L}\d])(?<name>\p{L}[\p{L}'’-]{1,30}(?: \p{L}[\p{L}'’-]{1,30})?) (?:меня зовут|зовут меня|меня звать|is my name|here[.!,]|speaking)(?![\p{L}\d])/gu;
const WORD = /^(?:\p{L}[\p{L}'’-]{0,39}|\p{Lu}\.)(?![\p{L}\d@_])/u;
const GREETING =
  /^(?:привет\p{L}*|здравствуйте|здравствуй|добрый (?:день|вечер|утро)|доброе утро|доброго дня|hello|hi|hey|good (?:morning|evening|afternoon|day)|да|ок|ну|yes|ok|okay|sure|меня|я|это)(?![\p{L}])[ ,.!-]*/u;

/**
 * Names of people, title-cased, only behind words that announce one; when the text answers a question for the name (`asked`),
 * also one to three words that are nothing else: no greeting, no command, no sentence.
 */
export function findNames(text: string, asked = false): FoundName[] {
  const plain = folded(text);
  const spans = [
    ...Array.from(plain.matchAll(STRONG), (match) => nameAt(text, plain, match.index + match[0].length, true)),
    ...Array.from(plain.matchAll(WEAK), (match) => nameAt(text, plain, match.index + match[0].length, false)),
    ...Array.from(plain.matchAll(BEHIND), ({ index, groups = {} }) => nameBehind(plain, index, groups["name"] ?? "")),
  ].filter((span) => span !== null);
  if (spans.length === 0 && asked) {
    const answer = answeredName(text, plain);
    if (answer) spans.push(answer);
  }
  return firstOfOverlapping(spans).map((span) => ({ ...span, name: titleCased(text.slice(span.start, span.end)) }));
}

function nameAt(text: string, plain: string, from: number, strong: boolean): Span | null {
  let end = from;
  for (let count = 0; count < MOST_WORDS; count++) {
    const start = count === 0 ? from : end + 1;
    if (count > 0 && plain[end] !== " ") break;
    const word = WORD.exec(text.slice(start, start + 42))?.[0];
    if (!word || isNoName(plain.slice(start, start + word.length)) || !isPartOfName(word, text, start, count, strong))
      break;
    end = start + word.length;
  }
  return end - from < 2 ? null : { start: from, end };
}

function isPartOfName(word: string, text: string, start: number, count: number, strong: boolean): boolean {
  const titled = isTitled(word);
  if (count === 0) return isGivenName(word) || titled || (strong && word.length > 1);
  if (titled || looksLikeSurname(word) || isGivenName(word)) return true;
  // Nothing behind it: `my name is kate green`.
  return (
    strong &&
    count === 1 &&
    /^[\s.,!)]*$/.test(text.slice(start + word.length, start + word.length + 3)) &&
    word.length > 2
  );
}

function nameBehind(plain: string, index: number, words: string): Span | null {
  const parts = words.split(" ");
  const first = parts.findIndex((part) => isNoName(part));
  const kept = first === 0 && parts.length > 1 ? parts.slice(1) : parts;
  if (kept.some((part) => isNoName(part)) || !kept.some((part) => isGivenName(part) || looksLikeSurname(part)))
    return null;
  const start = plain.indexOf(kept.join(" "), index);
  return { start, end: start + kept.join(" ").length };
}

/** The answer, without a greeting before it and without what stands behind a comma. */
function answeredName(text: string, plain: string): Span | null {
  let start = /^\s*/.exec(plain)?.[0].length ?? 0;
  for (
    let greeting = GREETING.exec(plain.slice(start, start + 40));
    greeting;
    greeting = GREETING.exec(plain.slice(start, start + 40))
  ) {
    start += greeting[0].length;
  }
  const answer =
    /^[^,;:!?()\n\p{Cc}]{2,80}/u
      .exec(text.slice(start, start + 81))?.[0]
      .trim()
      .replace(/\.$/, "") ?? "";
  if (/^\s*[?:]/.test(text.slice(start + answer.length, start + answer.length + 3))) return null;
  const words = answer.split(" ");
  if (answer.length < 2 || words.length > MOST_WORDS || !words.every((word) => WORD.exec(word)?.[0] === word))
    return null;
  if (words.some((word) => isNoName(folded(word)))) return null;
  return { start, end: start + answer.length };
}

function isTitled(word: string): boolean {
  return /^\p{Lu}(?:\.|[\p{Ll}'’]+(?:[-'’]?\p{Lu}?\p{Ll}+)*)$/u.test(word);
}

/** `анна петрова` → `Анна Петрова`, `анна-мария` → `Анна-Мария`; inner capitals of a name stay as written. */
function titleCased(written: string): string {
  return written.replaceAll(/\p{L}+/gu, (word) => {
    const shouted = word.length > 1 && word === word.toUpperCase();
    return word.slice(0, 1).toUpperCase() + (shouted ? word.slice(1).toLowerCase() : word.slice(1));
  });
}
