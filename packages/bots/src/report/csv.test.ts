import { expect, test } from "vitest";

import { dealsCsv } from "./csv.ts";

const row = {
  id: "7",
  title: "Deal",
  amount: 10.5,
  currency: "RUB",
  stage: "New",
  person: "Anna",
  createdOn: "2026-06-01",
};

test("a table opens in a spreadsheet of the person's language, and nothing in it is a formula", () => {
  const rows = [row, { ...row, title: '=HYPERLINK("http://evil.example")', person: "Berg; Anna" }];
  expect(dealsCsv(rows, "ru").toString()).toBe(
    "\uFEFFID;Сделка;Сумма;Валюта;Стадия;Ответственный;Создана\r\n" +
      "7;Deal;10,5;RUB;New;Anna;2026-06-01\r\n" +
      `7;"'=HYPERLINK(""http://evil.example"")";10,5;RUB;New;"Berg; Anna";2026-06-01\r\n`,
  );
  expect(dealsCsv([{ ...row, title: "One, two" }], "en").toString()).toContain('7,"One, two",10.5,RUB');
});
