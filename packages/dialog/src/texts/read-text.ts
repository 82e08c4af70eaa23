import { IntlMessageFormat } from "intl-messageformat";

import type { Language } from "./catalog.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** A value that a text is written with, how it is used there, and where, as an offset in the text. */
export type UsedValue = { name: string; use: "plain" | "number" | "date" | "select" | "plural" | "tag"; at: number };

/** The parser's own numbers of its elements. */
const USE_BY_TYPE: Readonly<Record<number, UsedValue["use"]>> = {
  1: "plain",
  2: "number",
  3: "date",
  4: "date",
  5: "select",
  6: "plural",
  8: "tag",
};
const LITERAL = 0;

/**
 * Every value of an ICU message, in its order; one that is used twice comes twice.
 *
 * @throws SyntaxError for a message that cannot be read.
 */
export function valuesOf(text: string, language: Language): UsedValue[] {
  return usedIn(new IntlMessageFormat(text, language, undefined, { captureLocation: true }).getAst());
}

function usedIn(elements: readonly Element[]): UsedValue[] {
  return elements.flatMap((element) => {
    const use = USE_BY_TYPE[element.type];
    const name = "value" in element ? element.value : "";
    const own = use === undefined ? [] : [{ name, use, at: element.location?.start.offset ?? 0 }];
    return [...own, ...usedIn(innerOf(element))];
  });
}

function innerOf(element: Element): Element[] {
  if ("options" in element) return Object.values(element.options).flatMap(({ value }) => value);
  return "children" in element ? element.children : [];
}

/** A text as a picture or a list shows it: values as "…", and of its choices the last one. An unreadable text is shown as it is. */
export function textInBrief(text: string, language: Language): string {
  try {
    return briefOf(new IntlMessageFormat(text, language).getAst()).replaceAll(/\s+/g, " ").trim();
  } catch {
    return text;
  }
}

function briefOf(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if ("options" in element) return briefOf(element.options["other"]?.value ?? []);
      if ("children" in element) return briefOf(element.children);
      return element.type === LITERAL ? element.value : "…";
    })
    .join("");
}
