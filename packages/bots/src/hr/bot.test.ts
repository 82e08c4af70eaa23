import { conversation } from "@botdeck/testing/conversation";
import { describe, expect, test } from "vitest";
import type { z } from "zod";

import { hrBot } from "./bot.ts";
import { GivenOffice, openOffice } from "./scripts/given-office.ts";

const ID = "00000000-0000-7000-8000-000000000001";
const JULY = { fromDay: "2027-07-15", toDay: "2027-07-28" };

type Given = z.input<typeof GivenOffice>;
type Options = { language?: "en" | "ru"; personId?: string; settings?: Record<string, unknown> };

const talk = (given: Given = {}, { language = "en", personId = "101", settings = {} }: Options = {}) => {
  const services = openOffice(GivenOffice.parse(given), personId);
  return conversation(hrBot, { language, settings, services, people: [{ id: personId, name: "Anna" }] });
};

describe("/vacation", () => {
  test("with days is sent at once, and a workflow sees it through, which knows ids and rules and no words", () =>
    talk({}, { settings: { substitutes: { "2": "3" } } })
      .command("vacation", "15.07–28.07")
      .bot("Noted: paid vacation, 15 July – 28 July 2027. I am asking for approval now.")
      .effect("workflow.start", { workflow: "vacation", workflowId: "vacation:portal:step-1" })
      .run());

  test.each([
    ["15 July in the afternoon", "paid vacation, 15 July 2027, from noon"],
    ["tomorrow until noon unpaid", "unpaid leave, 22 November 2026, until noon"],
    ["remote next week", "work from elsewhere, 23 November – 29 November 2026"],
  ])("takes %j for what it says", (params, words) =>
    talk().command("vacation", params).bot(`Noted: ${words}. I am asking for approval now.`).run(),
  );

  test("sick leave is told to whoever leads the person, and may have begun before today", () =>
    talk()
      .command("vacation", "sick 19.11.2026–24.11.2026")
      .bot("Noted: sick leave, 19 November – 24 November 2026. I am telling whoever leads you.")
      .run());

  test("alone asks for kind and days, sums up and waits for a yes", () =>
    talk({}, { language: "ru" })
      .command("vacation")
      .bot("Что оформляем?")
      .press("За свой счёт")
      .bot(/На какие дни/)
      .client("с 15 по 28 июля")
      .bot("За свой счёт: 15 июля – 28 июля 2027.")
      .press("С комментарием")
      .bot("Что написать в комментарии?")
      .client("свадьба сестры")
      .bot(/^Записал: отпуск за свой счёт, 15 июля – 28 июля 2027\. Прошу согласования/)
      .run());

  test("names what it could not read, or could read in two ways", () =>
    talk()
      .command("vacation")
      .bot(/What is it/)
      .press("Paid vacation")
      .bot(/Which days/)
      .client("31 February")
      .bot(/no such day: “31 February”/)
      .client("28 July to 15 July")
      .bot(/the other way round/)
      .press("15 July – 28 July 2027")
      .bot(/^Paid vacation: 15 July – 28 July 2027\./)
      .press("Other days")
      .bot(/Which days/)
      .client("never mind")
      .bot("Nothing was sent.")
      .run());

  test("days that are taken or have passed are asked for anew", () =>
    talk({ absences: [{ ...JULY, state: "approved" }] })
      .command("vacation", "20.07–22.07")
      .bot("You already have paid vacation on 15 July – 28 July 2027 (granted). Other days?")
      .client("1 November 2026")
      .bot("1 November 2026 has passed. Which days to come?")
      .client("2 August")
      .bot(/^Noted: paid vacation, 2 August 2027/)
      .run());

  test("says that two of four are away, and sends it only when that is wanted", () =>
    talk({
      team: ["Boris", "Clara", "David"],
      away: [
        { name: "Boris", fromDay: "2027-07-10", toDay: "2027-07-20" },
        { name: "Clara", fromDay: "2027-07-25", toDay: "2027-07-30" },
      ],
    })
      .command("vacation", "15.07–28.07")
      .bot(
        /2 of 4 in your department are away then: Boris \(10 July – 20 July 2027\), Clara .*Send it all the same\?$/s,
      )
      .client("yes")
      .bot(/^Noted/)
      .run());

  test("days that do not suffice are warned of, refused, or nobody's business, as the portal sets", async () => {
    const absences: Given["absences"] = [{ fromDay: "2027-01-04", toDay: "2027-01-24", state: "approved" }];
    const ask = (balance: string) => talk({ absences }, { settings: { balance } }).command("vacation", "15.07–28.07");
    await ask("tell")
      .bot(/In 2027 you have 7 days left, and this takes 14\.\nSend it all the same/)
      .run();
    await ask("refuse").bot("In 2027 you have 7 days left, and this takes 14. Other days?").run();
    await ask("off")
      .bot(/^Noted/)
      .run();
  });

  test("in words of their own: what they name is not asked for again", () =>
    talk({}, { language: "ru" })
      .client("хочу в отпуск с 15 по 28 июля за свой счет")
      .bot(/^За свой счёт: 15 июля – 28 июля 2027/)
      .press("Отправить")
      .bot(/^Записал/)
      .run());
});

describe("buttons of a request", () => {
  const asked: Given = { absences: [{ ...JULY, personId: "5", personName: "Emma" }] };

  test("whoever is asked approves, which the workflow is told once", () =>
    talk(asked, { personId: "2" })
      .command("absence", `${ID} approve 1`)
      .bot("Noted: approved.")
      .effect("workflow.signal", {
        workflowId: `vacation:portal:${ID}`,
        signal: "vacationNews",
        payload: { id: "step-1", by: "2", version: 1, kind: "approved" },
      })
      .run());

  test("anybody may type what a button calls, and hears whose it is; an administrator decides all the same", async () => {
    await talk(asked, { personId: "9" }).command("absence", `${ID} approve 1`).bot("Boris decides about this.").run();
    await talk(asked, { personId: "5" }).command("absence", `${ID} approve 1`).bot("Boris decides about this.").run();
    await talk({ ...asked, admins: ["5"] }, { personId: "5" })
      .command("absence", `${ID} approve 1`)
      .bot(/Boris decides/)
      .run();
    await talk({ ...asked, admins: ["9"] }, { personId: "9" })
      .command("absence", `${ID} approve 1`)
      .bot("Noted: approved.")
      .effect("workflow.signal", {
        payload: { id: "step-1", by: "9", version: 1, kind: "approved", isAdmin: true },
      })
      .run();
  });

  test("of another version, of what is decided, or of nothing at all are void", async () => {
    const pressed = (given: Given, params: string) => talk(given, { personId: "2" }).command("absence", params);
    await pressed(asked, `${ID} approve 2`)
      .bot(/was changed since/)
      .run();
    await pressed({ absences: [{ ...JULY, personId: "5", state: "declined" }] }, `${ID} approve 1`)
      .bot(/declined/)
      .run();
    await pressed({}, `${ID} approve 1`)
      .bot(/no such request/)
      .run();
    await pressed(asked, "drop table")
      .bot(/no such request/)
      .run();
  });

  test("what is no id of a request is looked up nowhere", async () => {
    const services = openOffice(GivenOffice.parse(asked), "2");
    services.absences.read = () => expect.fail("It was looked up");
    await conversation(hrBot, { services, people: [{ id: "2", name: "Boris" }] })
      .command("absence", `${"-".repeat(36)} approve 1`)
      .bot(/no such request/)
      .run();
  });

  test("a refusal asks for its reason, which goes beside the request and not into the signal", async () => {
    const given = GivenOffice.parse(asked);
    const services = openOffice(given, "2");
    await conversation(hrBot, { services, people: [{ id: "2", name: "Boris" }] })
      .command("absence", `${ID} decline 1`)
      .bot("Why? Emma will read it.")
      .client("Too many are away")
      .bot("Noted: declined.")
      .effect("workflow.signal", { payload: { id: "step-2", by: "2", version: 1, kind: "declined" } })
      .run();
    expect(await services.absences.read(ID)).toMatchObject({ reason: "Too many are away" });
  });

  test("a question goes to the person, and their answer comes back", async () => {
    await talk(asked, { personId: "2" })
      .command("absence", `${ID} ask 1`)
      .bot("What do you want to know from Emma?")
      .client("Can you be reached?")
      .bot("I am passing your question on.")
      .effect("workflow.signal", { payload: { id: "step-2", by: "2", version: 1, kind: "asked" } })
      .run();
    await talk({ absences: [{ ...JULY, personId: "5", reason: "Can you be reached?" }] }, { personId: "5" })
      .command("absence", `${ID} answer 1`)
      .bot(/The question was: Can you be reached\?/)
      .client("By phone, yes")
      .bot("I am passing your answer on.")
      .effect("workflow.signal", { payload: { id: "step-2", by: "5", version: 1, kind: "answered" } })
      .run();
  });

  test("who asked may change it or take it back, and nobody else may", async () => {
    await talk(asked, { personId: "5" })
      .command("absence", `${ID} edit 1`)
      .bot(/Which days/)
      .client("20.07–22.07")
      .bot("Changed: paid vacation, 20 July – 22 July 2027. It has to be approved anew.")
      .effect("workflow.signal", { payload: { id: "step-2", by: "5", version: 2, kind: "edited" } })
      .command("absence", `${ID} withdraw 1`)
      .bot("I am taking the request back.")
      .effect("workflow.signal", { payload: { id: "step-3", by: "5", version: 2, kind: "withdrawn" } })
      .run();
    await talk(asked, { personId: "2" })
      .command("absence", `${ID} withdraw 1`)
      .bot(/Only who asked/)
      .run();
  });
});

describe("lists", () => {
  test("/myvacations shows what there is and what is left", () =>
    talk({ absences: [{ ...JULY, state: "approved" }] })
      .command("myvacations")
      .bot(/15 July – 28 July 2027: paid vacation, granted\nLeft in 2026: 28 of 28/)
      .run());

  test("/whoisout tells who is away now and soon, and of nobody why", () =>
    talk({
      away: [
        { name: "Boris", fromDay: "2026-11-16", toDay: "2026-11-27" },
        { name: "Clara", fromDay: "2026-11-21", toDay: "2026-11-21", isRemote: true },
        { name: "David", fromDay: "2026-11-25", toDay: "2026-11-26" },
      ],
    })
      .command("whoisout")
      .bot(
        "Away today:\n• Boris: until 27 November\n• Clara: today, works from elsewhere\nIn the next days:\n• David: 25 November – 26 November 2026",
      )
      .command("whoisout", "16.07")
      .bot("Nobody is away on 16 July 2027, as far as I know.")
      .client("кого нет сегодня")
      .bot(/^21 ноября 2026 нет:/)
      .run());
});
