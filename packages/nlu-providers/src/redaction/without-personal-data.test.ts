import fc from "fast-check";
import { expect, test } from "vitest";

import { withoutPersonalData } from "./without-personal-data.ts";

test.each([
  ["Где мой заказ A-1042? тел 8 916 123-45-67", "Где мой заказ [order]? тел [phone]"],
  ["меня зовут анна, почта anna (собака) mail точка ru", "меня зовут [name], почта [email]"],
  ["my name is kate green and I want a refund", "my name is [name] and I want a refund"],
  ["карта 4276 3800 1234 5678 cvv 123", "карта [number] cvv [secret]"],
  ["https://bank.example/reset?token=abc не открывается", "[link] не открывается"],
  ["пишите t.me/anna_petrova или @anna_p", "пишите [link] или [contact]"],
  ["Иванов Иван Иванович, ул. Ленина, д. 5, кв. 12", "[name], [address]"],
  ["восемь девятьсот шестнадцать сто двадцать три сорок пять", "[number]"],
  ["пароль qwerty, впустите", "пароль [secret], впустите"],
  ["получатель: Пётр Сидоров", "получатель: [name]"],
])("%s", (text, expected) => {
  expect(withoutPersonalData(text, "ru")).toBe(expected);
});

test.each([
  "хочу вернуть чайник, не работает 3 дня",
  "есть ли iPhone 15 в наличии?",
  "получатель не пришёл.что делать",
  "do you have it in red, size 42?",
])("what is nobody's stays as it is: %s", (text) => {
  expect(withoutPersonalData(text, "ru")).toBe(text);
});

/** Signs that a person, or somebody who means to slip through, puts between digits. */
const between = fc.array(
  fc.constantFrom("", " ", "-", ".", "_", "/", " - ", "\u200b", "\u00a0", "\n", "(", ")", "·", "\u202e"),
  { minLength: 16, maxLength: 16 },
);
const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 16 });
/** The same digit in writings that people can read. */
const writings = fc.array(fc.constantFrom(0x30, 0xff10, 0x660, 0x966, 0x1d7ce), { minLength: 16, maxLength: 16 });
const filler = fc.string({
  unit: fc.constantFrom(..."где мой заказ hello, [I want] back? ё\n\"'{}<|>".split("")),
  maxLength: 40,
});

test("a number of ten digits and more does not leave, however it is parted and written", () => {
  fc.assert(
    fc.property(digits, between, writings, filler, filler, (number, signs, zeros, before, after) => {
      const written = number
        .map((digit, at) => String.fromCodePoint((zeros[at] ?? 0x30) + digit) + (signs[at] ?? ""))
        .join("");
      const left = withoutPersonalData(`${before} ${written} ${after}`, "ru");
      expect(left.match(/\p{Nd}/gu)?.length ?? 0).toBeLessThan(4);
    }),
    { numRuns: 300 },
  );
});

test("neither an e-mail nor a link nor a name behind its cue leaves, whatever stands around it", () => {
  const secret = fc.constantFrom("zvonareva", "Kuznetsoff", "qwxzjk");
  const forms = fc.constantFrom(
    (word: string) => `${word}@mail.example`,
    (word: string) => `${word} (at) mail (dot) example`,
    (word: string) => `x.${word}+shop@sub.${word}.example`,
    (word: string) => `https://shop.example/${word}?who=${word}#${word}`,
    (word: string) => `HTTP://user:${word}@host.example/`,
    (word: string) => `www.${word}.example`,
    (word: string) => `vk.com/${word}`,
    (word: string) => `меня зовут "${word}"`,
    (word: string) => `My name is ${word}`,
    (word: string) => `фамилия: ${word}`,
    (word: string) => `пароль: ${word}`,
    (word: string) => `@${word}`,
  );
  fc.assert(
    fc.property(secret, forms, filler, filler, (word, form, before, after) => {
      const left = withoutPersonalData(`${before} ${form(word)} ${after}`, "en");
      expect(left.toLowerCase()).not.toContain(word.toLowerCase());
    }),
    { numRuns: 400 },
  );
});

test("no text takes long, grows or fails", () => {
  const hard = [
    "a",
    "1 ",
    "a.",
    "a1",
    "@",
    "A. ",
    "два ",
    "Иван ",
    "a-",
    "ул. ",
    "a@",
    "http://",
    "меня зовут ",
    "(at)",
    "\ud800",
    "1a",
  ];
  for (const piece of hard) {
    const before = process.cpuUsage();
    expect(withoutPersonalData(piece.repeat(20_000 / piece.length), "ru").length).toBeLessThanOrEqual(2_000);
    // Of this process: others may keep the machine busy.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  }
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      (text) => typeof withoutPersonalData(text, "en") === "string",
    ),
  );
});
