import { createUnderstanding, type Understood, type Words } from "@botdeck/dialog";
import { conversation } from "@botdeck/testing/conversation";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";

import { helpdeskBot } from "./bot.ts";
import { helpdeskIntents } from "./intents.ts";
import { GivenTickets, openHelpdesk } from "./scripts/given-tickets.ts";

/** Learned once: that takes most of a test's time. */
let understand: (words: Words) => Promise<Understood>;
beforeAll(() => {
  understand = createUnderstanding({ intents: helpdeskIntents });
});

const talk = (given: z.input<typeof GivenTickets> = {}, language: "en" | "ru" = "en", done: unknown[] = []) =>
  conversation(helpdeskBot, { language, understand, services: openHelpdesk(GivenTickets.parse(given), done) });

/** News for a ticket's workflow, named after the step that brings them. */
const news = (number: number, step: number, kind: string, more: object = {}) => ({
  workflowId: `ticket:portal:${number}`,
  signal: "ticketNews",
  payload: { id: `step-${step}`, kind, by: "101", ...more },
});

describe("a described problem", () => {
  test("becomes a ticket of its category, whose number is told at once", async () => {
    const done: unknown[] = [];
    await talk({}, "en", done)
      .client("The printer on the second floor does not print. It blinks red.")
      .bot(/^Ticket #1 is open: The printer on the second floor does not print \(Equipment\)\./)
      .effect("workflow.start", {
        workflow: "ticket",
        workflowId: "ticket:portal:step-1",
      })
      .run();
    const description = "The printer on the second floor does not print. It blinks red.";
    expect(done).toMatchObject([{ category: "hardware", priority: "normal", description, fileIds: [] }]);
  });

  test("is urgent when many are affected, and answered in Russian", () =>
    talk({}, "ru")
      .client("срочно, не работает интернет у всех на этаже")
      .bot(/^Заявка №1 открыта как срочная: .* \(Сеть и интернет\)/)
      .effect("workflow.start", {})
      .run());

  test("that nobody can tell the category of is asked about once, and keeps its words and files", async () => {
    const done: unknown[] = [];
    await talk({}, "en", done)
      .client("the thing in the corner went pling", ["corner.jpg"])
      .bot(/^What is it about\?/)
      .press("Something else")
      .bot(/^Ticket #1 is open: the thing in the corner went pling \(Something else\)/)
      .effect("workflow.start", {})
      .run();
    expect(done).toMatchObject([{ category: "other", fileIds: [expect.any(String)] }]);
    await talk()
      .client("the thing in the corner went pling")
      .bot(/about/)
      .client("and then plong it said")
      .bot(/#1/)
      .effect("workflow.start", {})
      .run();
  });

  test("of a word or of a file alone is asked for", async () => {
    const done: unknown[] = [];
    await talk({}, "en", done)
      .client("", ["photo.jpg"])
      .bot(/^I keep the file/)
      .client("broken")
      .bot(/^What happened\?/)
      .client("the monitor stays black since this morning")
      .bot(/^Ticket #1 .* \(Equipment\)/)
      .effect("workflow.start", {})
      .run();
    expect(done).toMatchObject([{ fileIds: [expect.any(String)] }]);
  });

  test("of somebody whose ticket waits for their words may be the answer", async () => {
    const done: unknown[] = [];
    const given = { tickets: [{ number: 7, state: "waiting" as const }] };
    await talk(given, "en", done)
      .client("my keyboard does not work")
      .bot(/^Ticket #7 .* waits for your answer/)
      .press("Yes, for #7")
      .bot("Passed on to ticket #7.")
      .effect("workflow.signal", news(7, 2, "commented", { commentId: "comment-1" }))
      .run();
    expect(done).toEqual([{ ticketId: "ticket-7", text: "my keyboard does not work" }]);
    await talk(given)
      .client("my keyboard does not work")
      .bot(/waits/)
      .press("No, a new problem")
      .bot(/#2/)
      .effect("workflow.start", {})
      .run();
  });
});

describe("a ticket", () => {
  test("is shown to its reporter with what they can do, to others not, to helpers yes", async () => {
    const tickets = [
      { number: 7, state: "solved" as const },
      { number: 8, isListener: false },
    ];
    await talk({ tickets })
      .command("/ticket 7")
      .bot("Ticket #7 · Equipment\nThe printer prints nothing\nState: solved, not confirmed yet\nAssignee: Anna Berg")
      .buttons("Yes, it works", "Not yet")
      .press("Yes, it works")
      .bot("Glad to hear that!")
      .effect("workflow.signal", news(7, 2, "confirmed"))
      .command("/ticket 8")
      .bot("Ticket #8 is not yours to see.")
      .command("/ticket 99")
      .bot("There is no ticket #99.")
      .run();
    for (const typed of ["/ticket 2147483648", "/comment 2147483648 hello", "/merge 8 into 2147483648"]) {
      await talk({ tickets, isHelper: true })
        .command(typed)
        .bot(/“2147483648” is too much/)
        .run();
    }
    await talk({ tickets, isHelper: true })
      .command("/ticket 8")
      .bot(/Ticket #8/)
      .run();
  });

  test("that was merged says with which, and why nothing more can be done with it", () =>
    talk({ tickets: [{ number: 7, state: "merged", mergedInto: 3 }] })
      .command("/ticket 7")
      .bot(/State: merged with #3/)
      .command("ticketdo", "ticket-7 fixed")
      .bot("That is not possible any more. Ticket #7: merged with another one.")
      .run());

  test("is worked on by its assignee alone, and only as far as its state lets them", async () => {
    const tickets = [{ number: 7, assigneeId: "101", isListener: false }, { number: 8 }];
    await talk({ tickets })
      .command("ticketdo", "ticket-7 take")
      .effect("workflow.signal", news(7, 1, "taken"))
      .command("ticketdo", "ticket-7 fixed")
      .bot(/^That is not possible any more. Ticket #7: waits for its assignee/)
      .command("ticketdo", "ticket-8 solve")
      .bot("Only whoever works on ticket #8 can do that.")
      .run();
  });

  test("is opened again in its time; later a new one names it", async () => {
    // The workflow keeps the time it began with, however long ago that is.
    await talk({ tickets: [{ number: 7, state: "closed", closedAt: "2026-10-10T09:00:00Z" }] })
      .command("ticketdo", "ticket-7 reopen")
      .bot("Noted.")
      .effect("workflow.signal", news(7, 1, "reopened"))
      .run();
    const done: unknown[] = [];
    const closedAt = "2026-11-20T09:00:00Z";
    await talk({ tickets: [{ number: 7, state: "closed", closedAt, isForgotten: true }] }, "en", done)
      .command("ticketdo", "ticket-7 reopen")
      .bot(/closed too long ago.*What happened\?/s)
      .client("it prints nothing once more")
      .bot(/^Ticket #2/)
      .effect("workflow.start", {})
      .run();
    expect(done).toMatchObject([
      { category: "hardware", description: "it prints nothing once more\n\nEarlier ticket: #7" },
    ]);
  });

  test("is written about by command, by a button's dialog, and rated once", async () => {
    const done: unknown[] = [];
    await talk({ tickets: [{ number: 7, state: "in_progress" }] }, "ru", done)
      .command("/comment 7 на втором этаже то же самое")
      .bot("Передал в заявку №7.")
      .effect("workflow.signal", news(7, 1, "commented", { commentId: "comment-1" }))
      .command("/ticket 7")
      .bot(/№7/)
      .press("Ответить")
      .bot("Что передать по заявке №7?")
      .client("перезагрузил, не помогло")
      .bot("Передал в заявку №7.")
      .effect("workflow.signal", news(7, 4, "commented", { commentId: "comment-2" }))
      .command("ticketdo", "ticket-7 rate 5")
      .bot(/^Сейчас это сделать нельзя|№7/)
      .run();
    await talk({ tickets: [{ number: 7, state: "closed" }] }, "ru", done)
      .command("ticketdo", "ticket-7 rate 5")
      .bot("Спасибо за оценку!")
      .command("ticketdo", "ticket-7 rate 1")
      .bot("Ваша оценка уже есть, спасибо!")
      .run();
    expect(done).toEqual([
      { ticketId: "ticket-7", text: "на втором этаже то же самое" },
      { ticketId: "ticket-7", text: "перезагрузил, не помогло" },
      { ticketId: "ticket-7", rating: 5 },
    ]);
  });

  test("is merged by who helps, not by others, and not with itself or a closed one", async () => {
    const tickets = [{ number: 1 }, { number: 2 }, { number: 3, state: "closed" as const }];
    await talk({ tickets, isHelper: true })
      .command("/merge 2 into 1")
      .bot(/^I merge #2 into #1/)
      .effect("workflow.signal", news(2, 1, "merged", { into: "ticket-1" }))
      .command("/merge 2 into 2")
      .bot("That is one and the same ticket.")
      .command("/merge 2 into 3")
      .bot(/^Ticket #3 is closed/)
      .run();
    await talk({ tickets }, "ru").command("/merge 2 в 1").bot("Это может только исполнитель заявки №2.").run();
  });

  test("is merged by who takes its category now, and read by nobody who once did", async () => {
    const settings = { members: ["4"], pools: { network: ["101"] } };
    const tickets = [
      { number: 1, isListener: false },
      { number: 2, category: "network" },
    ];
    const services = openHelpdesk(GivenTickets.parse({ tickets, isHelper: true }));
    await conversation(helpdeskBot, { settings, understand, services })
      .command("/merge 1 into 2")
      .bot(/^Only whoever works on ticket #1/)
      .command("/merge 2 into 1")
      .bot(/^I merge #2 into #1/)
      .effect("workflow.signal", {})
      .run();
    await conversation(helpdeskBot, { settings: { members: ["4"] }, understand, services })
      .command("/ticket 1")
      .bot("Ticket #1 is not yours to see.")
      .run();
  });

  test("is called without what would work in the bot's name", async () => {
    const title = "[USER=all]all[/USER] [url=https://evil.example]look[/url] [send=/ticketdo x]here[/send]";
    const tickets = [{ number: 7, title, state: "waiting" as const }];
    await talk({ tickets })
      .client(`${title} printer does not print`)
      .bot(/^Ticket #7 \(all look here\) /)
      .press("No, a new problem")
      .bot(/^Ticket #2 is open: all look \(/)
      .effect("workflow.start", {})
      .command("/ticket 7")
      .bot(/\nall look here\n/)
      .command("/mytickets")
      .bot(/#7 all look here · .*\n#2 all look · /)
      .run();
  });

  test("is asked for with an example when no number was given", () =>
    talk({}).command("/ticket").bot("Number?\nFor example: /ticket 1234").run());

  test("is listed with the others of a person", () =>
    talk({ tickets: [{ number: 1 }, { number: 2, assigneeId: "101", isListener: false }] })
      .command("/mytickets")
      .bot(/^Your tickets:\n#1 .*\n\nYou work on:\n#2 /s)
      .buttons("#1", "#2")
      .run());
});

test("words of other kinds open no ticket", () =>
  talk({}, "ru")
    .joins()
    .bot(/^Что-то не работает\?/)
    .client("спасибо")
    .bot("Пожалуйста!")
    .client("привет")
    .bot(/^Что-то не работает\?/)
    .run());
