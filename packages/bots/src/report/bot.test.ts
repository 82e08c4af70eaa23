import { SALES_REPORT } from "@botdeck/contracts/names";
import type { Effect } from "@botdeck/core";
import { conversation } from "@botdeck/testing/conversation";
import { createTalk } from "@botdeck/testing/talk";
import { describe, expect, test } from "vitest";
import type { z } from "zod";

import { reportBot } from "./bot.ts";
import { GivenReports, openReports } from "./scripts/given-reports.ts";

const PEOPLE = [
  { id: "101", name: "Olga Smirnova" },
  { id: "12", name: "Anna Berg" },
  { id: "13", name: "Ivan Petrov" },
  { id: "14", name: "Ivan Sokolov" },
];
const NAMES = Object.fromEntries(PEOPLE.map(({ id, name }) => [id, name]));

const talk = (given: z.input<typeof GivenReports>, language: "en" | "ru" = "en") =>
  conversation(reportBot, {
    language,
    people: PEOPLE,
    departments: [{ id: "3", name: "Sales" }],
    services: openReports(GivenReports.parse({ names: NAMES, ...given })),
  });

const deals = [
  { on: "2026-05-20", amount: 50 },
  { on: "2026-06-01", stage: "WON", amount: 1000, by: "12" },
  { on: "2026-06-15", stage: "LOSE", amount: 200, currency: "EUR" },
  { on: "2026-06-30", stage: "OFFER", amount: 500.5, by: "12" },
];

describe("/report", () => {
  test("sums up a month beside the one before, with a picture and a table", () =>
    talk({ deals })
      .command("report", "sales june")
      .bot(
        "[b]Sales, June 2026: all deals you may see[/b]\n" +
          "3 deals: ₽1,500.50 + €200. Won 1, lost 1, open 1; 50% of decided ones are won.",
      )
      .effect("chat.file", { name: "sales-2026-06-01-2026-06-30.png", text: "How far deals came: Sales" })
      .press("Table (CSV)")
      .effect("chat.file", { name: "sales-2026-06-01-2026-06-30.csv" })
      .press("Period before")
      .bot(/May 2026.*1 deal: ₽50/s)
      .effect("chat.file")
      .run());

  test("about one person, mentioned or named; of two alike it asks whom", async () => {
    await talk({ deals })
      .command("report", "sales 2026-06 [user=12]Anna[/user]")
      .bot(/Anna Berg\[\/b\]\n2 deals/)
      .effect("chat.file")
      .run();
    await talk({ deals })
      .command("report", "june Ivan")
      .bot(/Ivan Petrov.*Ivan Sokolov/s)
      .run();
  });

  test("about a department by its name, in a group where the bot is mentioned", () =>
    conversation(reportBot, {
      dialog: "group",
      language: "ru",
      people: PEOPLE,
      departments: [{ id: "3", name: "Отдел продаж" }],
      services: openReports(GivenReports.parse({ deals })),
    })
      .joins()
      .bot(/Упомяните меня с командой \/report/)
      .client("/report продажи июнь отдел продаж")
      .bot(/июнь 2026: подразделение «Отдел продаж»/)
      .effect("chat.file")
      .client("/report июнь по отделу продаж")
      .bot(/июнь 2026: подразделение «Отдел продаж»/)
      .effect("chat.file")
      .run());

  test("about a department that is called as what reports are about", () =>
    talk({ deals })
      .command("report", "june department Sales")
      .bot(/June 2026: department Sales/)
      .effect("chat.file")
      .run());

  test("alone it asks for the period, and a button answers at once", () =>
    talk({ deals: [{ on: "2026-11-02" }] }, "ru")
      .command("report")
      .bot("Продажи за какой период?")
      .press("Этот месяц")
      .bot(/^\[b\]Продажи, 1–21 ноября 2026: все сделки, которые вам видны\[\/b\]\n1 сделка: 100\s₽\./)
      .effect("chat.file")
      .run());

  test("of a time without deals it says so", () =>
    talk({})
      .command("report", "june")
      .bot(/No deal began/)
      .run());

  test("of more than fits into an answer is read by a workflow, with the query as it was asked", () =>
    talk({ total: 9_999 })
      .command("report", "june")
      .bot("There are 9,999 deals. I am reading them, the report comes here.")
      .effect("workflow.start", { workflow: SALES_REPORT })
      .run());

  test("shows others' deals to nobody but their head where all have the rights of a webhook's owner", () =>
    talk({ deals, hasOwnerRights: true, mayAskOthers: false })
      .command("report", "june")
      .bot(/own deals.*rights of its owner/s)
      .effect("chat.file")
      .command("report", "june [user=12]Anna[/user]")
      .bot(/only to who leads them/)
      .run());

  test("says why when the portal refuses or is away", async () => {
    await talk({ fails: "forbidden" })
      .command("report", "june")
      .bot(/does not let you see/)
      .run();
    await talk({ fails: "unreachable" }, "ru")
      .command("report", "june")
      .bot(/не ответил/)
      .run();
  });

  test("about more than five years is none", () =>
    talk({ deals })
      .command("reportfor", "0001-01-01_9999-12-31_own")
      .bot(/5 years at most/)
      .command("reportfor", "2021-06-01_2026-05-31_own")
      .bot(/June 2021/)
      .effect("chat.file")
      .run());

  test("is cancelled by nothing but its own button", () =>
    talk({})
      .command("reportcancel", "ticket:portal:7 101")
      .bot(/can cancel it/)
      .command("reportcancel", "salesReport:portal:7 101")
      .effect("workflow.signal", { workflowId: "salesReport:portal:7" })
      .run());

  test("a button with a query that nobody has made is no report", () =>
    talk({ deals })
      .command("reportfor", "2026-06-31_2026-06-01_person_x")
      .bot(/I sum up sales/)
      .run());
});

describe("a report that comes by itself", () => {
  test("is ordered once, listed and stopped", () =>
    talk({})
      .command("report", "weekly [user=12]Anna[/user]")
      .bot("Done. The report comes here each Monday at 09:00: Anna Berg.")
      .command("report", "weekly [user=12]Anna[/user]")
      .bot("This report comes here already: each Monday at 09:00.")
      .command("reports")
      .bot("These reports come here by themselves:\n1. each Monday at 09:00: Anna Berg")
      .press("Stop 1")
      .bot(/Stopped/)
      .command("reports")
      .bot(/No report comes here/)
      .run());

  test("is about the week that was over when it was due, however late it comes", async () => {
    const services = openReports(GivenReports.parse({ deals: [{ on: "2026-11-09" }, { on: "2026-11-16" }] }));
    const { give } = createTalk(reportBot, { services, at: "2026-11-18T09:00:00Z" });
    const input = { every: "week", whose: { kind: "own" } };
    const due = { scheduleId: "x", name: "report", input, dueAt: "2026-11-16T06:00:00Z" };
    const effects = (await give({ kind: "due", due })).flatMap((turned) => turned.effects);
    expect(effects.map(({ kind }) => kind)).toEqual(["chat.send", "chat.file"]);
    expect((effects[0] as Effect & { kind: "chat.send" }).text).toMatch(/9–15 November 2026: your own deals.*1 deal/s);
  });
});
