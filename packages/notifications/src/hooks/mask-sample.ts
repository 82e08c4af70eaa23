import { MASK, redact, redactText } from "@botdeck/core";

import { hidePersonal } from "./hide-personal.ts";

/** What is looked at of a post whose fields are masked, and what is kept, in characters: enough to see its form. */
const MOST_READ = 16_000;
const MOST_KEPT = 4_000;

/** As whoever posts a form begins it: a name, and what it is. */
const FORM = /^[^\s=&{}[\]"<>][^\s=&{}"<>]{0,199}=/;

/** Each as a whole. */
const PERSONAL: readonly RegExp[] = [
  // Bounded, as all of them are: whoever posts rubbish must not keep a process busy with it.
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/g,
  // With the country's code, or as Russians write it.
  /\+\d[\d\s()-]{7,17}\d/g,
  /(?<![\w.:-])[78][\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?![\w.:-])/g,
  // A bank card.
  /(?<![\w.:-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{2,4}(?![\w.:-])/g,
  // What no person writes is a token: long, with digits among its letters.
  /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}(?![\w-])/g,
];

/**
 * A post, of JSON or a form, as people may see it: without secrets, people's names under their fields, addresses, phones and cards,
 * and cut. What it cannot hide is a name in the middle of a sentence.
 *
 * @param body As whole as may be: of JSON that was cut no text is shown.
 */
export function maskSample(body: string): string {
  const shown = withoutPersonalFields(body);
  const seen = shown.slice(0, MOST_READ);
  const masked = PERSONAL.reduce((text, pattern) => text.replace(pattern, MASK), redactText(seen));
  // Where it was cut something may stand in half, which no pattern knows.
  const kept = masked.slice(0, MOST_KEPT);
  return kept.length < masked.length || seen.length < shown.length ? `${kept}…` : kept;
}

function withoutPersonalFields(text: string): string {
  if (FORM.test(text)) return shownOf(hidePersonal(Object.fromEntries(new URLSearchParams(text)), { isForm: true }));
  try {
    return shownOf(hidePersonal(JSON.parse(text)));
  } catch {
    return /^\s*[[{"]/.test(text) ? withoutTexts(text) : text;
  }
}

const shownOf = (value: unknown): string => JSON.stringify(redact(value), null, 1);

/** Nobody knows under which field a text of broken JSON stands: its names and numbers have to do. */
const withoutTexts = (broken: string): string =>
  broken
    .slice(0, MOST_READ)
    .replace(/"(?:[^"\\]|\\.)*(?:"(\s{0,9}:)?|\\?$)/g, (text, isName: string | undefined) =>
      isName === undefined ? `"${MASK}"` : text,
    );
