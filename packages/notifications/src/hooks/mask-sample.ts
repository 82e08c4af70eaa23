import { MASK, redact, redactText } from "@botdeck/core";

/** What is looked at of a body, and what is kept, in characters: enough to see its form. */
const MOST_READ = 16_000;
const MOST_KEPT = 4_000;
const MOST_DEEP = 32;

/** Names under which people's data stand, whatever they look like. */
const PERSONAL_KEY =
  /(e-?mail|phone|mobile|^tel$|card|passport|(first|last|middle|full|customer|client|payer)_?name|surname|birth|address|телефон|почта|фио|имя|фамилия|отчество|адрес|паспорт|инн|signature|^sign$)/i;

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
 * A post as people may see it: without secrets, people's names under their fields, addresses, phones and cards, and cut. What it
 * cannot hide is a name in the middle of a sentence.
 */
export function maskSample(body: string): string {
  const seen = body.slice(0, MOST_READ);
  const masked = PERSONAL.reduce(
    (text, pattern) => text.replace(pattern, MASK),
    redactText(withoutPersonalFields(seen)),
  );
  // Where it was cut something may stand in half, which no pattern knows.
  const kept = masked.slice(0, MOST_KEPT);
  return kept.length < masked.length || seen.length < body.length ? `${kept}…` : kept;
}

/** What is no whole JSON is masked as the text that it is. */
function withoutPersonalFields(text: string): string {
  try {
    return JSON.stringify(redact(hide(JSON.parse(text), 0)), null, 1);
  } catch {
    return text;
  }
}

function hide(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > MOST_DEEP) return MASK;
  if (Array.isArray(value)) return value.map((item) => hide(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      PERSONAL_KEY.test(key) && typeof item !== "object" ? MASK : hide(item, depth + 1),
    ]),
  );
}
