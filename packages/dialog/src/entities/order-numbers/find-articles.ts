import type { Span } from "../entities.ts";
import { firstOfOverlapping, folded } from "../spans.ts";
import { latinLetters } from "./latin-letters.ts";

/** A product's article, in upper case, with Latin letters where they look alike. */
export type FoundArticle = Span & { article: string };

const AFTER_CUE =
  /(?<![\p{L}\d])(?:артикул\p{L}{0,2}|арт\.?|код товара|sku|art\.?|item|model|модел\p{L}{1,2})(?![\p{L}\d])[ :.№#]{0,3}(?<article>(?=[\p{L}-]{0,8}\d)[\p{L}\d]{1,16}(?:[-/][\p{L}\d]{1,12}){0,3})(?![\p{L}\d])/gu;
const LETTERS_AND_DIGITS =
  /(?<![\p{L}\d-])(?<article>\p{L}{2,5}-?\d{2,8}(?:-?\p{L}{1,3})?(?:-\d{1,6})?)(?![\p{L}\d])/gu;

/** Articles of products: `KT-200`, `арт. 12345`. An order's number may look the same; what is asked for decides. */
export function findArticles(text: string): FoundArticle[] {
  const plain = folded(text);
  const spans = [AFTER_CUE, LETTERS_AND_DIGITS].flatMap((pattern) =>
    Array.from(plain.matchAll(pattern), (match) => {
      const article = match.groups?.["article"] ?? "";
      const start = match.index + match[0].length - article.length;
      return { start, end: start + article.length };
    }),
  );
  return firstOfOverlapping(spans).map((span) => ({
    ...span,
    article: latinLetters(text.slice(span.start, span.end)),
  }));
}
