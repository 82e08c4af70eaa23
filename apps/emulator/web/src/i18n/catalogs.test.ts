import { expect, test } from "vitest";
import { en } from "./en.ts";
import { ru } from "./ru.ts";

type Texts = { readonly [key: string]: string | Texts };

test("a text takes the same values in both languages", () => {
  expect(values(ru)).toEqual(values(en));
});

/** The names in braces of every text, by its path: `{"stream.offline": ["since"]}`. */
function values(texts: Texts, path = ""): Record<string, string[]> {
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, text]) => {
      if (typeof text !== "string") return values(text, `${path}${key}.`);
      const names = [...text.matchAll(/\{(\w+)[,}]/gu)].map((match) => match[1] ?? "");
      return { [`${path}${key}`]: [...new Set(names)].toSorted((one, other) => one.localeCompare(other)) };
    }),
  );
}
