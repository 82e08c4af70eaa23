import { expect, test } from "vitest";

import { createTranslate } from "./catalog.ts";

const texts = { on: "On {day, date, ::dMMMM}, {count, plural, one {# item} other {# items}}" };
const t = createTranslate({ en: texts, ru: texts }, "en");

test("a calendar day is written as people write it", () => {
  expect(t("on", { day: "2026-11-22", count: 1 })).toBe("On 22 November, 1 item");
});

test.each(["", "2026-13-45", "2026-02-31", "soon"])("what is no day, such as %j, is written as it is", (day) => {
  expect(t("on", { day, count: 2 })).toBe(`On ${day}, 2 items`);
});
