import fc from "fast-check";
import { expect, test } from "vitest";

import { findEntities, type ReadingContext } from "./find-entities.ts";

const at: ReadingContext = { today: "2026-07-08", language: "ru", direction: "past" };

test("each stretch of a message is read as one kind", () => {
  const found = findEntities(
    "Здравствуйте, это Анна, заказ А-1042 от 28.06 на 5 490 ₽, чайник KT-200, мой номер 8 916 123-45-67",
    at,
  );
  expect(found).toMatchObject({
    names: [{ name: "Анна" }],
    orderNumbers: [{ number: "A-1042" }],
    dates: [{ date: "2026-06-28" }],
    money: [{ amount: 5490, currency: "RUB" }],
    phones: [{ phone: "+79161234567" }],
    ranges: [],
  });
});

test("what is asked for decides about a bare number, but digits of a phone, a price or a date stay what they are", () => {
  expect(findEntities("1042", at).orderNumbers).toEqual([]);
  expect(findEntities("1042", { ...at, expects: "orderNumber" }).orderNumbers).toMatchObject([{ number: "1042" }]);
  for (const text of ["8 903 765 43 21", "5490 руб", "12.06.2026", "3 июля 2026", "5 дней назад"]) {
    expect(findEntities(text, { ...at, expects: "orderNumber" }).orderNumbers).toEqual([]);
  }
});

test("order numbers, phones and prices are no dates", () => {
  for (const text of ["A-1042", "заказ 1507", "8 916 10 10 10 1", "цена 15.07 ₽", "№12.07", "номер 2026", "KT-200"]) {
    expect(findEntities(text, at)).toMatchObject({ dates: [], ranges: [] });
  }
});

const word = fc.constantFrom(
  "с",
  "по",
  "до",
  "15",
  "07",
  "июля",
  "next",
  "Friday",
  "-",
  ".",
  "/",
  ",",
  "№",
  "заказ",
  "8",
  "916",
  "1 234",
  "₽",
  "меня зовут",
  "Анна",
  "two weeks",
  "ago",
  "недели",
  "\u0001",
  "İ",
  "\n",
  "31.02",
  "я",
);
const message = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(word, { maxLength: 60 }).map((words) => words.join(" ")),
  fc.array(word, { maxLength: 60 }).map((words) => words.join("")),
);
const context = fc.record({
  today: fc.constantFrom("2026-07-08", "2028-02-29", "2026-12-31", "2026-01-01"),
  language: fc.constantFrom("ru" as const, "en" as const),
  direction: fc.constantFrom("past" as const, "future" as const),
  region: fc.constantFrom("RU", "US", "no such"),
  expects: fc.constantFrom("name" as const, "orderNumber" as const, "phone" as const, "date" as const, null),
});

test("any text is answered: days exist, ranges run forward, spans lie in the text, no two kinds share one", () => {
  fc.assert(
    fc.property(message, context, (text, reading) => {
      const found = findEntities(text, reading);
      const days = [...found.dates.map(({ date }) => date), ...found.ranges.flatMap(({ from, to }) => [from, to])];
      for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      for (const { from, to } of found.ranges) expect(from <= to).toBe(true);
      const spans = Object.values(found)
        .flat()
        .toSorted((left, right) => left.start - right.start);
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test.each([
  "1 ",
  "15.07-",
  "a",
  "1",
  "с 1 по ",
  "8916",
  "А-",
  "меня зовут ",
  "июля 1",
  "  ",
  "№",
  "two weeks ",
  "я\n",
  "1,",
  "(",
  "+7",
  "1-",
])("20,000 characters of %j are read in time that does not grow with what they repeat", (piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
  const before = process.threadCpuUsage();
  findEntities(text, { ...at, expects: "orderNumber" });
  // A pattern that backtracks needs seconds or hours of the processor here.
  expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(1_500);
});
