import type { RecordedTalk } from "@botdeck/db";
import { findEntities } from "@botdeck/dialog";
import fc from "fast-check";
import { expect, test } from "vitest";

import { createAliases } from "./aliases.ts";
import { createRedactor } from "./create-redactor.ts";
import { ownFactsOf } from "./own-facts.ts";

const AT = new Date("2026-11-21T09:00:00Z");

const talkOf = (personName: string, texts: readonly string[]): RecordedTalk => ({
  id: "1",
  botCode: "store",
  settings: {},
  language: "en",
  personName,
  state: {},
  messages: texts.map((text) => ({
    author: "client",
    authorName: personName,
    text,
    buttons: null,
    files: null,
    understood: null,
    at: AT,
  })),
  outcomes: [],
});

function redactAll(personName: string, texts: readonly string[]): string[] {
  const own = ownFactsOf(talkOf(personName, texts));
  const corpus = [personName, ...texts].join("\n").toLowerCase();
  const aliases = createAliases((made) => own.phones.includes(made) || corpus.includes(made.toLowerCase()));
  const redact = createRedactor(aliases, own);
  return texts.map((text) => redact(text, null, "2026-11-21"));
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
const names = fc
  .tuple(
    fc.constantFrom("Анна", "Пётр", "Мария", "Ольга", "Игорь", "John", "Mary", "Łucja", "Сюзанна"),
    fc.constantFrom("Иванова", "Кузнецов", "Шмидт", "Smith", "O'Neil", "Brown", "Гончаренко"),
  )
  .map((parts) => parts.join(" "));
const phones = fc.tuple(fc.constantFrom("916", "903", "926"), digits(7)).map(([code, rest]) => `${code}${rest}`);
const writtenPhone = (phone: string) =>
  fc.constantFrom(
    `+7${phone}`,
    `8${phone}`,
    `8 (${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6, 8)}-${phone.slice(8)}`,
    `+7 ${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6, 8)} ${phone.slice(8)}`,
  );
const numbers = fc.tuple(fc.constantFrom("", "A-", "B", "А-"), digits(5)).map((parts) => parts.join(""));
const mails = fc.stringMatching(/^[a-z]{4,9}\.?[a-z0-9]{2,5}@[a-z]{4,8}\.(?:ru|com|shop)$/);

const secrets = fc
  .record({ name: names, phone: phones, number: numbers, mail: mails })
  .chain((own) => fc.record({ own: fc.constant(own), written: writtenPhone(own.phone) }));
const sentences = fc.array(
  fc.constantFrom(
    "my phone is {phone}",
    "телефон {phone}, жду звонка",
    "{phone}",
    "where is my order {number}?",
    "заказ {number} от 12.11.2026 где",
    "{number}",
    "it was {number}, bought on 12 November",
    "write to {mail} please",
    "почта {mail}, зовут {name}",
    "my name is {name}",
    "{name} here",
    "паспорт 4508 123456, {name}, {number}",
  ),
  { minLength: 1, maxLength: 8 },
);

test("no phone, mail, name of the client or number of an order gets through", () => {
  fc.assert(
    fc.property(secrets, sentences, ({ own, written }, said) => {
      // What is announced once is known everywhere.
      const texts = [`order ${own.number}, phone ${written}`, ...said].map((text) =>
        text
          .replaceAll("{phone}", written)
          .replaceAll("{number}", own.number)
          .replaceAll("{mail}", own.mail)
          .replaceAll("{name}", own.name),
      );
      for (const text of redactAll(own.name, texts)) {
        expect(text.replaceAll(/\D/g, "")).not.toContain(own.phone);
        expect(text).not.toContain(own.mail);
        expect(text).not.toContain(own.number.replaceAll(/\D/g, ""));
        expect(text).not.toContain("123456");
        for (const word of own.name.split(" ")) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
      }
    }),
    { numRuns: 300 },
  );
});

test("an alias is of the kind of what it stands for, and the same each time", () => {
  const [first = "", second = "", third = "", fourth = ""] = redactAll("Анна Петрова", [
    "Меня зовут Анна, заказ A-1042 от 12.11.2026, телефон 8 916 123-45-67",
    "у Анны Петровой заказ 1042, ул. Ленина, д. 5, кв. 12",
    "10 Downing Street, I paid 2 990 rub",
    "перезвоните Анне на +79161234567, дали 5 из 5",
  ]);
  const found = findEntities(first, { today: "2026-11-21", language: "ru", direction: "past" });
  expect(found.phones.map(({ phone }) => phone)).toEqual([expect.stringMatching(/^\+7900000\d{4}$/)]);
  expect(found.orderNumbers.map(({ number }) => number)).toEqual([expect.stringMatching(/^A-9\d{3}$/)]);
  expect(found.dates.map(({ date }) => date)).toEqual(["2026-11-12"]);
  expect(found.names).toHaveLength(1);
  const core = found.orderNumbers[0]?.number.slice(2) ?? "none";
  const name = found.names[0]?.name ?? "none";
  expect(second).toBe(`у ${name} Смирнова заказ ${core}, ул. Садовая, д. 1`);
  expect(third).toMatch(/^1 Garden Street, I paid 2 9\d\d rub$/);
  expect(fourth).toBe(`перезвоните ${name} на ${found.phones[0]?.phone}, дали 5 из 5`);
});
