import { expect, test } from "vitest";

import { messages as en } from "./en.ts";
import { messages as roomsEn } from "./rooms/en.ts";
import { messages as roomsRu } from "./rooms/ru.ts";
import { messages as ru } from "./ru.ts";

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "").toSorted();

test.each([
  { where: "the first page", english: en, russian: ru },
  { where: "the rooms behind it", english: roomsEn, russian: roomsRu },
])("every text of $where takes the same values in both languages", ({ english, russian: other }) => {
  const russian = new Map(texts(other));
  for (const [path, text] of texts(english)) {
    expect([path, [...new Set(placeholders(russian.get(path) ?? ""))]]).toEqual([
      path,
      [...new Set(placeholders(text))],
    ]);
  }
});

function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    return typeof value === "string" ? [[here, value] as [string, string]] : texts(value as object, here);
  });
}
