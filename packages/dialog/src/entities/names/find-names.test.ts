import { expect, test } from "vitest";

import { findNames } from "./find-names.ts";

const namesOf = (text: string, asked = false) => findNames(text, asked).map(({ name }) => name);

test.each([
  ["Добрый день, меня зовут Ольга", "Ольга"],
  ["меня зовут вера кузнецова", "Вера Кузнецова"],
  ["меня зовут Игорь хочу вернуть чайник", "Игорь"],
  ["меня зовут игорь, хочу вернуть", "Игорь"],
  ["Зовут меня Пётр Ильич", "Пётр Ильич"],
  ["это Анна, где мой заказ", "Анна"],
  ["это анна", "Анна"],
  ["Здравствуйте, я Мария Сергеевна Иванова", "Мария Сергеевна Иванова"],
  ["Вас беспокоит Рустам", "Рустам"],
  ["Имя: ДМИТРИЙ", "Дмитрий"],
  ["Света меня зовут", "Света"],
  ["my name is kate", "Kate"],
  ["my name is mary o'brien", "Mary O'Brien"],
  ["Hi, I'm Anna and I want a refund", "Anna"],
  ["I am Peter Parker.", "Peter Parker"],
  ["This is Jean-Luc", "Jean-Luc"],
  ["зовите меня Макс", "Макс"],
  ["call me Bob", "Bob"],
])("%s names %s", (text, name) => {
  expect(namesOf(text)).toEqual([name]);
});

test.each(
  [
    "Анна|это срочно|ЭТО УЖАС|я хочу вернуть|Я Хочу Вернуть|I'm looking for a kettle|I am waiting",
    "i'm not happy|это мой заказ|это 1042",
    "как вас зовут?|меня зовут?|this is bad|Это Возврат|my name is on the receipt||я клиент",
  ].flatMap((line) => line.split("|")),
)("%s names nobody", (text) => {
  expect(namesOf(text)).toEqual([]);
});

test.each([
  ["анна петрова", "Анна Петрова"],
  ["Привет, Анна", "Анна"],
  ["Олег", "Олег"],
  ["Александр Куприн", "Александр Куприн"],
  ["Иванова Мария Петровна.", "Иванова Мария Петровна"],
  ["анна-мария", "Анна-Мария"],
  ["john smith", "John Smith"],
  ["Анна, 12 лет у вас покупаю", "Анна"],
  ["это Мурад", "Мурад"],
  ["меня Юля", "Юля"],
])("asked for a name, %s is %s", (text, name) => {
  expect(namesOf(text, true)).toEqual([name]);
});

test.each(
  [
    "привет|hello|да|не скажу|зачем вам?|оператор|позовите человека|хочу вернуть товар|1042|где мой заказ",
    "отмена|cancel",
    "why do you ask|это длинное предложение из многих слов|a|спасибо|Кто вы?|<b>Анна</b>|[b]x[/b]|http://x.ru",
    "anna@example.com",
  ].flatMap((line) => line.split("|")),
)("asked for a name, %s is none", (text) => {
  expect(namesOf(text, true)).toEqual([]);
});
