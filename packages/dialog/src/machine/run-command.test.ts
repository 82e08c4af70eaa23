import { describe, expect, test } from "vitest";

import { CommandAccess } from "../commands/access.ts";
import { chatWith, officeBot } from "./testing/office-talk.ts";

describe("what stands behind a command", () => {
  test("is given to the handler by its kinds, in any order", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("vacation", "unpaid 15.07–28.07")).toBe("2026-07-15 2026-07-28 unpaid");
    expect(await chat.calls("vacation", "15 July after lunch")).toBe("2026-07-15 2026-07-15 second");
  });

  test("is explained when it is wrong: what was understood, what was not, and an example", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("vacation", "unpaid 31.02")).toBe(
      "I read: kind — Unpaid.\nThere is no day “31.02”.\nFor example: /vacation 15.07–28.07",
    );
    const russian = chatWith(officeBot, { language: "ru" });
    expect(await russian.calls("vacation", "15.07 кошка")).toBe(
      "Понял: дни — 15 июля.\nНе знаю, что такое «кошка».\nНапример: /vacation 15.07–28.07",
    );
  });

  test("that may mean two things is asked about, and a button says which", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("vacation", "paid 03/04")).toContain("[4 March 2027]\n[3 April 2027]");
    expect(await chat.presses("3 April 2027")).toBe("2027-04-03 2027-04-03 paid");
  });

  test("is put right by what is said next, whether it begins anew or goes on", async () => {
    const chat = chatWith(officeBot);
    await chat.calls("vacation", "unpaid 31.02");
    expect(await chat.says("1.03-5.03")).toBe("2027-03-01 2027-03-05 unpaid");
    await chat.calls("vacation", "from 15 July");
    expect(await chat.says("to 28 July")).toBe("2026-07-15 2026-07-28");
    await chat.calls("vacation", "from 15 July");
    expect(await chat.says("15-28 July")).toBe("2026-07-15 2026-07-28");
  });
});

describe("more than arguments are read from", () => {
  const LONG = "я".repeat(2001);

  test("is not read, and it is said so, in place of looking for days and names in it", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("vacation", LONG)).toBe("That is too long: I read up to 2000 characters behind a command.");
    expect(await chat.says(`vacation ${LONG}`)).toMatch(/^Huh/);
  });

  test("is no answer to what is missing, and the question stays once", async () => {
    const chat = chatWith(officeBot, { language: "ru" });
    await chat.calls("client");
    expect(await chat.says(LONG)).toBe("Слишком длинно: после команды я читаю до 2000 знаков.");
    expect(await chat.says("Smith")).toBe("client Smith");
    await chat.calls("client");
    await chat.says(LONG);
    expect(await chat.says(LONG)).toMatch(/^Оставим это/);
  });
});

describe("what is missing", () => {
  test("is asked for by the dialog that the command names, which begins with what is known", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("vacation", "unpaid")).toBe("When?");
    expect(chat.state().dialogs[0]?.slots).toEqual({ kind: "unpaid" });
    expect(await chat.says("15.07")).toBe("Noted.");
  });

  test("is asked for with buttons where there is no dialog, one thing after another, by buttons or words", async () => {
    const chat = chatWith(officeBot, { facts: { roles: ["head"] } });
    expect(await chat.calls("report")).toBe("Report?\n[Sales]\n[Conversion]");
    expect(await chat.presses("Sales")).toBe("I read: Sales.\nPeriod?\n[This month]\n[Last month]");
    expect(await chat.says("may")).toBe("sales 2026-05-01 all");
    await chat.calls("report", "june");
    expect(await chat.says("conversion")).toBe("conversion 2026-06-01 all");
  });

  test("is dropped on demand, left after two useless answers, and forgotten for another clear wish", async () => {
    const chat = chatWith(officeBot, { facts: { roles: ["head"] } });
    await chat.calls("report", "sales");
    expect(await chat.says("never mind")).toBe("Dropped.");
    expect(await chat.calls("client")).toBe("Name?");
    expect(await chat.says("cancel")).toBe("Dropped.");
    expect(await chat.says("may")).toBe("Huh? may");
    await chat.calls("report", "sales");
    expect(await chat.says("hmm")).toContain("I do not know “hmm”.");
    expect(await chat.says("whatever")).toBe("Let us leave it. You can begin anew: /report sales june");
    for (const [words, answer] of [
      ["lunch", "At noon."],
      ["vacation 15.07", "2026-07-15 2026-07-15"],
    ] as const) {
      await chat.calls("report", "sales");
      expect(await chat.says(words)).toBe(answer);
      expect(await chat.says("may")).toBe("Huh? may");
    }
  });
});

describe("rights", () => {
  test("a person without the role hears why and the handler is not asked", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("report", "sales june")).toBe(
      "/report is only for heads of departments and some departments.",
    );
    expect(await chat.says("/report sales june")).toMatch(/only for heads/);
    expect(await chatWith(officeBot, { language: "ru" }).calls("report", "продажи июнь")).toBe(
      "/report — только для тех, кто руководит отделом или работает в определённых отделах.",
    );
  });

  test("a role or a department is enough, and who is asked about is found out only where it counts", async () => {
    const head = chatWith(officeBot, { facts: { roles: ["employee", "head"] } });
    expect(await head.calls("report", "sales june @john")).toBe("sales 2026-06-01 John Smith");
    const seller = chatWith(officeBot, { facts: { departments: ["10"] } });
    expect(await seller.calls("report", "sales june")).toBe("sales 2026-06-01 all");
    await seller.calls("vacation", "15.07");
    expect(seller.timesAsked()).toBe(1);
  });

  test("what a portal sets counts in place of the definition", async () => {
    const commandAccess = CommandAccess.parse({ report: { departments: ["77"] }, client: { roles: ["admin"] } });
    const settings = { commandAccess };
    const head = chatWith(officeBot, { settings, facts: { roles: ["head"] } });
    expect(await head.calls("report", "sales june")).toMatch(/only for some departments/);
    expect(await head.calls("client", "Smith")).toMatch(/only for administrators/);
    const chosen = chatWith(officeBot, { settings, facts: { departments: ["77"] } });
    expect(await chosen.calls("report", "sales june")).toBe("sales 2026-06-01 all");
  });
});

describe("help", () => {
  test("shows what the person may do, and no hidden command", async () => {
    const words = await chatWith(officeBot).calls("help");
    expect(words.split("\n")).toEqual([
      "What I can do",
      "/vacation ‹days› [kind] — Ask for days off",
      "/client ‹name› — Find a client",
      "",
      "More about one of them: /help vacation",
    ]);
    expect(await chatWith(officeBot, { facts: { roles: ["head"] } }).says("help")).toContain("/report");
  });

  test("tells all about one command, in the person's language", async () => {
    expect(await chatWith(officeBot).says("/help /vacation")).toBe(
      [
        "/vacation ‹days› [kind]",
        "Your head decides about them.",
        "• days",
        "• kind (may be left out): Paid, Unpaid",
        "For example:",
        "/vacation 15.07–28.07",
        "/vacation next week unpaid",
      ].join("\n"),
    );
    expect(await chatWith(officeBot, { language: "ru" }).calls("help", "client")).toContain("Найти клиента");
  });

  test("tells nothing of what the person may not do, or what only buttons call", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.calls("help", "report")).toBe("There is no command /report. /help shows what there is.");
    expect(await chat.calls("help", "decide")).toMatch(/no command/);
    expect(await chat.says("/repotr")).not.toContain("/report");
  });

  test("names the likeliest for a command that is not there", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.says("/vacatoin 15.07")).toBe(
      "There is no command /vacatoin. Perhaps you meant: /vacation\n[/vacation]",
    );
    expect(await chat.calls("xyz")).toBe("There is no command /xyz. /help shows what there is.");
  });

  test("names none for what every object has, or for what nobody calls a command", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.says("/constructor")).toBe("There is no command /constructor. /help shows what there is.");
    expect(await chat.says("/__proto__ x")).toMatch(/no command/);
    expect(await chat.says("/help constructor")).toMatch(/no command \/constructor/);
    expect(await chat.says(`/vacation${"a".repeat(1000)}`)).toMatch(/^There is no command \/vacationa+…?\. \/help/);
  });
});

describe("words", () => {
  test("that begin with a command's name are the command, where what follows fits", async () => {
    const chat = chatWith(officeBot);
    expect(await chat.says("vacation 15.07-28.07")).toBe("2026-07-15 2026-07-28");
    expect(await chat.says("Client Smith")).toBe("client Smith");
    expect(await chat.says("vacation rules?")).toBe("Huh? vacation rules?");
    expect(await chat.says("client wrote that the invoice is wrong again")).toMatch(/^Huh/);
    expect(await chat.says("client Smith?")).toMatch(/^Huh/);
    expect(await chat.says("decide 5")).toMatch(/^Huh/);
  });

  test("of a dialog under way are its answer, unless a slash says otherwise", async () => {
    const chat = chatWith(officeBot);
    await chat.calls("vacation");
    expect(await chat.says("client 15")).toBe("Noted.");
    await chat.calls("vacation");
    expect(await chat.says("/client 15")).toBe("client 15");
  });
});

describe("in a group", () => {
  test("words count when the bot is mentioned, and words to everybody do not", async () => {
    const chat = chatWith(officeBot, { type: "group" });
    expect(await chat.says("[USER=900]Team[/USER], vacation 15.07-28.07")).toBe("2026-07-15 2026-07-28");
    expect(await chat.says(", vacation 15.07")).toBe("2026-07-15 2026-07-15");
    expect(await chat.says("[USER=all]all[/USER] vacation 15.07")).toBe("");
    expect(await chat.says("hey [user=900]Team[/user] lunch")).toBe("Huh? hey lunch");
  });

  test("two people are asked and answered apart", async () => {
    const chat = chatWith(officeBot, { type: "group", facts: { roles: ["head"] } });
    await chat.calls("vacation", "", "1");
    expect(await chat.calls("report", "sales", "2")).toContain("Period? Mention me in your answer.");
    expect(await chat.says("may", "1")).toBe("When?");
    expect(await chat.says("may", "2")).toBe("sales 2026-05-01 all");
    expect(await chat.says("may", "3")).toBe("Huh? may");
    expect(await chat.says("15.07", "1")).toBe("Noted.");
  });

  test("a button under another's question acts for whoever presses it", async () => {
    const chat = chatWith(officeBot, { type: "group" });
    await chat.calls("decide", "7", "1");
    expect(await chat.calls("decide", "8", "2")).toBe("2 decides 8");
  });

  test("who said nothing for a week is forgotten, and all are when the bot is put there anew", async () => {
    const chat = chatWith(officeBot, { type: "group" });
    await chat.says("lunch", "1", "2026-07-01");
    await chat.says("lunch", "2", "2026-07-07");
    expect(Object.keys(chat.state().people)).toEqual(["1", "2"]);
    await chat.says("lunch", "3", "2026-07-08");
    expect(Object.keys(chat.state().people)).toEqual(["2", "3"]);
    await chat.joins();
    expect(Object.keys(chat.state().people)).toEqual(["1"]);
  });

  test("/leave sends the bot out, and is told of where it can", async () => {
    const chat = chatWith(officeBot, { type: "group" });
    expect(await chat.calls("help")).toContain("/leave sends me out of this group");
    expect(await chat.calls("leave")).toMatch(/^Goodbye/);
    expect(chat.effects()).toContainEqual({ kind: "chat.leave", dialogId: "chat1" });
    const alone = chatWith(officeBot);
    expect(await alone.calls("help")).not.toContain("/leave");
    expect(await alone.calls("leave")).toMatch(/no group/);
  });
});
