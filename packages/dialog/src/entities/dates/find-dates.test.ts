import { describe, expect, test } from "vitest";

import { findDates, findRanges } from "./find-dates.ts";

/** A Wednesday. */
const TODAY = "2026-07-08";

function at(direction: "past" | "future", text: string) {
  return { today: TODAY, direction, language: /[а-я]/i.test(text) ? "ru" : "en" } as const;
}

describe("a single day is found however it is said", () => {
  test.each([
    ["купила 28 июня в вашем магазине", "2026-06-28"],
    ["брал где-то 30 ноября", "2025-11-30"],
    ["чек от 4.07.2026", "2026-07-04"],
    ["покупали 12.06", "2026-06-12"],
    ["заказывал 31 декабря прошлого года", "2025-12-31"],
    ["позавчера привезли", "2026-07-06"],
    ["получил 5 дней назад", "2026-07-03"],
    ["неделю назад забрала", "2026-07-01"],
    ["пару дней назад", "2026-07-06"],
    ["недели две назад", "2026-06-24"],
    ["месяц назад", "2026-06-08"],
    ["полгода назад покупал", "2026-01-08"],
    ["дней 10 назад", "2026-06-28"],
    ["в прошлый вторник", "2026-06-30"],
    ["в субботу доставили", "2026-07-04"],
    ["в прошлую пятницу", "2026-07-03"],
    ["седьмого июня", "2026-06-07"],
    ["тридцать первого мая", "2026-05-31"],
    ["15-го числа", "2026-06-15"],
    ["в это воскресенье", "2026-07-05"],
    ["недели 3 тому назад", "2026-06-17"],
    ["купила 28.6", "2026-06-28"],
    ["вчерашняя покупка", "2026-07-07"],
    ["в пятницу, 3 июля", "2026-07-03"],
    ["на прошлой неделе в четверг", "2026-07-02"],
    ["2 числа этого месяца", "2026-07-02"],
    ["bought it on July 3rd", "2026-07-03"],
    ["I got it on the 21st of June", "2026-06-21"],
    ["purchased 25/06/2026", "2026-06-25"],
    ["it arrived two weeks ago", "2026-06-24"],
    ["a couple of days ago", "2026-07-06"],
    ["delivered last Friday", "2026-07-03"],
    ["on Saturday", "2026-07-04"],
    ["the day before yesterday", "2026-07-06"],
    ["Dec 24, 2025", "2025-12-24"],
    ["10 days ago or so", "2026-06-28"],
    ["2 апреля 25 года", "2025-04-02"],
    ["kupil 3 iyulya", "2026-07-03"],
    ["сегодня, 8 июля", "2026-07-08"],
    ["a week ago today", "2026-07-01"],
    ["yesterday evening", "2026-07-07"],
    ["a month ago", "2026-06-08"],
    ["on June 5", "2026-06-05"],
  ])("past: %s → %s", (text, expected) => {
    expect(findDates(text, at("past", text)).map(({ date }) => date)).toEqual([expected]);
  });

  test.each([
    ["послезавтра удобно", "2026-07-10"],
    ["давайте в субботу", "2026-07-11"],
    ["в следующую среду", "2026-07-15"],
    ["через пару недель", "2026-07-22"],
    ["через 10 дней", "2026-07-18"],
    ["через месяц", "2026-08-08"],
    ["1 мая", "2027-05-01"],
    ["к двадцатому августа", "2026-08-20"],
    ["до 20.08", "2026-08-20"],
    ["первого числа", "2026-08-01"],
    ["до конца августа", "2026-08-31"],
    ["в пятницу на следующей неделе", "2026-07-17"],
    ["сегодня вечером", "2026-07-08"],
    ["3 days from now", "2026-07-11"],
    ["on Friday", "2026-07-10"],
    ["Monday next week", "2026-07-13"],
    ["the day after tommorow at noon", "2026-07-10"],
    ["by 15 Aug", "2026-08-15"],
    ["in a week", "2026-07-15"],
    ["on the 20th", "2026-07-20"],
    ["by the end of August", "2026-08-31"],
    ["this Friday", "2026-07-10"],
  ])("future: %s → %s", (text, expected) => {
    expect(findDates(text, at("future", text)).map(({ date }) => date)).toEqual([expected]);
  });
});

describe("a range is found however its ends are said", () => {
  test.each([
    ["03.08-16.08", "2026-08-03/2026-08-16"],
    ["c 1.09 по 14.09", "2026-09-01/2026-09-14"],
    ["с 3 до 9 августа", "2026-08-03/2026-08-09"],
    ["3–17 августа", "2026-08-03/2026-08-17"],
    ["15-28.07", "2026-07-15/2026-07-28"],
    ["20.07.2026-05.08.2026", "2026-07-20/2026-08-05"],
    ["с 5-го по 10-е", "2026-08-05/2026-08-10"],
    ["пн-ср", "2026-07-13/2026-07-15"],
    ["с 29 июля по 4", "2026-07-29/2026-08-04"],
    ["1–20 июля", "2026-07-01/2026-07-20"],
    ["с 30 декабря по 8 января", "2026-12-30/2027-01-08"],
    ["с двадцатого по тридцатое июля", "2026-07-20/2026-07-30"],
    ["с первого по десятое", "2026-08-01/2026-08-10"],
    ["с пятницы до вторника", "2026-07-10/2026-07-14"],
    ["на неделю с 20 июля", "2026-07-20/2026-07-26"],
    ["с 3 августа на две недели", "2026-08-03/2026-08-16"],
    ["10 дней с 1 августа", "2026-08-01/2026-08-10"],
    ["с завтрашнего дня по 15 июля", "2026-07-09/2026-07-15"],
    ["с 20 июля 2026 по 2 августа 2026 года", "2026-07-20/2026-08-02"],
    ["на следующей неделе", "2026-07-13/2026-07-19"],
    ["на той неделе", "2026-07-13/2026-07-19"],
    ["в августе", "2026-08-01/2026-08-31"],
    ["на выходных", "2026-07-11/2026-07-12"],
    ["Aug 3 - Aug 17", "2026-08-03/2026-08-17"],
    ["July 20-24", "2026-07-20/2026-07-24"],
    ["from the 3rd to the 9th of August", "2026-08-03/2026-08-09"],
    ["between 5 and 9 October", "2026-10-05/2026-10-09"],
    ["two weeks starting August 3", "2026-08-03/2026-08-16"],
    ["from Aug 10 for 5 days", "2026-08-10/2026-08-14"],
    ["tomorrow through Friday", "2026-07-09/2026-07-10"],
    ["next week", "2026-07-13/2026-07-19"],
    ["2026-08-01 to 2026-08-10", "2026-08-01/2026-08-10"],
    ["28 Dec – 5 Jan", "2026-12-28/2027-01-05"],
    ["весь август", "2026-08-01/2026-08-31"],
    ["13/07-05/08", "2026-07-13/2026-08-05"],
    ["7/15-8/5", "2026-07-15/2026-08-05"],
  ])("future: %s → %s", (text, expected) => {
    expect(findRanges(text, at("future", text)).map(({ from, to }) => `${from}/${to}`)).toEqual([expected]);
  });

  test.each([
    ["продажи за май", "2026-05-01/2026-05-31"],
    ["отчет за декабрь", "2025-12-01/2025-12-31"],
    ["за первый квартал", "2026-01-01/2026-03-31"],
    ["за 4 кв. 2025", "2025-10-01/2025-12-31"],
    ["за прошлый месяц", "2026-06-01/2026-06-30"],
    ["с начала месяца", "2026-07-01/2026-07-08"],
    ["за последние 7 дней", "2026-07-02/2026-07-08"],
    ["за 2025 год", "2025-01-01/2025-12-31"],
    ["на прошлой неделе", "2026-06-29/2026-07-05"],
    ["с 1 по 5 июля", "2026-07-01/2026-07-05"],
    ["с апреля по июнь", "2026-04-01/2026-06-30"],
    ["с первого по десятое июня", "2026-06-01/2026-06-10"],
    ["с 3 по 17 августа", "2025-08-03/2025-08-17"],
    ["last week", "2026-06-29/2026-07-05"],
    ["Q1 report", "2026-01-01/2026-03-31"],
    ["last 30 days", "2026-06-09/2026-07-08"],
    ["sales in May", "2026-05-01/2026-05-31"],
    ["last quarter", "2026-04-01/2026-06-30"],
    ["2026-06", "2026-06-01/2026-06-30"],
    ["за 06.2026", "2026-06-01/2026-06-30"],
    ["2026-04 – 2026-06", "2026-04-01/2026-06-30"],
    ["all of june", "2026-06-01/2026-06-30"],
    ["jan-mar", "2026-01-01/2026-03-31"],
  ])("past: %s → %s", (text, expected) => {
    expect(findRanges(text, at("past", text)).map(({ from, to }) => `${from}/${to}`)).toEqual([expected]);
  });
});

describe("what is no date is none", () => {
  test.each(
    [
      "31.02|несколько дней назад|a few days ago|31 июня|30.02.2026|1.2.3|версия 1.5|цена 15.07 руб|скидка 10.05%|вес 1.12 кг|диагональ 15.6 дюйма",
      "в 5 раз дешевле|2 штуки|с 10 до 18|с 9 до 21 работаете?|iphone 15|1042|192.168.10.12|10-20 штук",
      "may I ask|march on|арт. KT-2026-06|№ 2026-06|he sat down|one second|the first order|доставка 5 дней|модель 12.7.2|2 дня ждать",
      "в середине",
    ].flatMap((line) => line.split("|")),
  )("%s", (text) => {
    expect(findDates(text, at("past", text))).toEqual([]);
    expect(findRanges(text, at("past", text))).toEqual([]);
  });
});

test("of English dates in digits that may be read both ways both are given", () => {
  expect(findDates("03/04/2026", at("past", "x"))).toMatchObject([{ date: "2026-03-04", orElse: "2026-04-03" }]);
  expect(findDates("25/06/2026", at("past", "x"))).toMatchObject([{ date: "2026-06-25", orElse: null }]);
  expect(findDates("03.04.2026", at("past", "x"))).toMatchObject([{ date: "2026-04-03", orElse: null }]);
});

test("both ends of a range in digits are read one way, and both ways are given where neither end tells which", () => {
  expect(findRanges("03/04-05/04", at("future", "x"))).toMatchObject([
    { from: "2027-03-04", to: "2027-05-04", orElse: { from: "2027-04-03", to: "2027-04-05" } },
  ]);
  expect(findRanges("05/08-13/08", at("future", "x"))).toEqual([
    { from: "2026-08-05", to: "2026-08-13", start: 0, end: 11 },
  ]);
});

test("the name of today's weekday may mean another week's", () => {
  expect(findDates("в среду", at("past", "я"))).toMatchObject([{ date: "2026-07-08", orElse: "2026-07-01" }]);
  expect(findDates("on Wednesday", at("future", "x"))).toMatchObject([{ date: "2026-07-08", orElse: "2026-07-15" }]);
});

test("ends the wrong way round are two days, not a range of a year", () => {
  expect(findRanges("с 15 июля по 10 июля", at("future", "я"))).toEqual([]);
  expect(findDates("с 15 июля по 10 июля", at("future", "я"))).toHaveLength(2);
});

test("a bare day answers the question for a date", () => {
  expect(findDates("15", { ...at("future", "я"), asked: true })).toMatchObject([{ date: "2026-07-15" }]);
  expect(findDates("1.7", { ...at("past", "я"), asked: true })).toMatchObject([{ date: "2026-07-01" }]);
  expect(findDates("их было 15", { ...at("future", "я"), asked: true })).toEqual([]);
});

test("bare days are a range when days are asked for", () => {
  expect(findRanges("15-28", { ...at("future", "я"), asked: true })).toMatchObject([
    { from: "2026-07-15", to: "2026-07-28" },
  ]);
  expect(findRanges("их было 15-28", { ...at("future", "я"), asked: true })).toEqual([]);
});

test("the span is where the date stands in the text as written", () => {
  const text = "Ёлку, взял 3 Июля, верну";
  const [found] = findDates(text, at("past", text));
  expect(text.slice(found?.start, found?.end)).toBe("3 Июля");
});

test("the 29th of February is the one of a leap year", () => {
  expect(findDates("29 февраля", at("future", "я"))).toMatchObject([{ date: "2028-02-29" }]);
});
