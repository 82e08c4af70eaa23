import { expect, test } from "vitest";

import { messages as en } from "./en.ts";
import { ROOM_LOADERS } from "./rooms/room-loaders.ts";
import { messages as ru } from "./ru.ts";

/** The values that a text takes. A brace inside of a value, as in `{count, plural, one {page} other {pages}}`, opens words. */
function placeholders(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [index, letter] of text.split("").entries()) {
    if (letter === "}") depth -= 1;
    if (letter !== "{") continue;
    if (depth % 2 === 0) names.push(/^\s*\w*/.exec(text.slice(index + 1))?.[0].trim() ?? "");
    depth += 1;
  }
  return names.toSorted();
}

const FIRST_PAGE = {
  en: () => Promise.resolve({ messages: en }),
  ru: () => Promise.resolve({ messages: ru }),
};

test.each(Object.entries({ firstPage: FIRST_PAGE, ...ROOM_LOADERS }))(
  "every text of %s takes the same values in both languages",
  async (_room, load) => {
    const [{ messages: english }, { messages: other }] = await Promise.all([load.en(), load.ru()]);
    const russian = new Map(texts(other));
    for (const [path, text] of texts(english)) {
      const values = [...new Set(placeholders(russian.get(path) ?? ""))];
      expect([path, values]).toEqual([path, [...new Set(placeholders(text))]]);
    }
  },
);

function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    return typeof value === "string" ? [[here, value] as [string, string]] : texts(value as object, here);
  });
}
