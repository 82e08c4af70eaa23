import { conversation } from "@botdeck/testing/conversation";
import { describe, test } from "vitest";
import type { z } from "zod";

import { salesBot } from "./bot.ts";
import { GivenSales, openSales } from "./scripts/given-sales.ts";

const talk = (given: z.input<typeof GivenSales>, language: "en" | "ru" = "en") =>
  conversation(salesBot, { language, services: openSales(GivenSales.parse(given)) });

const ten = Array.from({ length: 10 }, (_, index) => ({ id: String(index + 1), title: `Deal ${index + 1}` }));
const anna = { id: "5", name: "Anna Berg", phones: ["+12025550143"] };

describe("/deals", () => {
  test("shows a page with sums by currency that are never added up, and turns it in place", () =>
    talk({ deals: [...ten, { id: "11", title: "[b]Eleven[/b]", amount: 2500.5, currency: "EUR" }] })
      .command("deals")
      .bot(
        /Your open deals: 11, ₽10,000 \+ €2,500\.50\[\/b\]\n1\. \[url=.*\/1\/\]Deal 1\[\/url\] — ₽1,000.*Page 1 of 2$/s,
      )
      .press("Page 2 →")
      .effect("chat.edit", {
        key: "event:step-1:0",
        buttons: [[{ kind: "command", text: "← Page 1", command: "dealspage", params: "1 event:step-1:0 101" }]],
      })
      .run());

  test("a key that was typed, and is no list of the person's in this chat, changes no message", () =>
    talk({ deals: ten, tasks: [{ id: "1", title: "Old offer", deadlineAt: "2026-11-12T09:00:00Z" }] })
      .command("dealspage", "1 event:another:0 101")
      .bot(/Your open deals: 10/)
      .command("taskdo", "done 1 event:another:0 101")
      .bot(/Old offer.* — done/)
      .effect("task.change", { taskId: "1" })
      .run());

  test("a page of somebody else's list brings the own one", () =>
    talk({ deals: ten })
      .command("dealspage", "2 event:step-1:0 77")
      .bot(/belongs to somebody else.*Your open deals: 10/s)
      .run());

  test("says so when there are none, in Russian as well, and to words instead of a command", () =>
    talk({}, "ru").client("мои сделки").bot("У вас нет открытых сделок.").run());

  test("says why when the portal refuses or is away, and offers to try again", async () => {
    await talk({ fails: "unsupported" })
      .command("tasks")
      .bot(/cannot tell people apart/)
      .run();
    await talk({ fails: "forbidden" })
      .command("deals")
      .bot(/does not let you see this/)
      .run();
    await talk({ fails: "unreachable" })
      .command("deals")
      .bot(/did not answer when you asked/)
      .press("Try again")
      .bot(/did not answer/)
      .run();
  });

  test("a wrong argument is answered with an example that has one, if the command takes any", async () => {
    await talk({})
      .command("deals", "many")
      .bot(/“many”.*\nFor example: \/deals 2$/)
      .run();
    await talk({})
      .command("tasks", "99 xx")
      .bot(/“99 xx”.*\nFor example: \/tasks$/)
      .run();
  });

  test("says whose rights these are when they are not the person's own", () =>
    talk({ deals: ten, hasOwnerRights: true })
      .command("deals")
      .bot(/rights of its owner/)
      .run());
});

describe("/client", () => {
  test("shows the only one who fits, and makes a task about them in two answers", () =>
    talk({ clients: [{ ...anna, activities: [{ title: "Call about prices", at: "2026-11-12T08:00:00Z" }] }] })
      .command("client", "anna")
      .bot(/Anna Berg\[\/url\]\[\/b\]\nPhone: \+12025550143\nLatest:\n— Call about prices, 12 November$/)
      .press("Create task")
      .bot("What has to be done about Anna Berg?")
      .client("send the offer")
      .bot("By when?")
      .client("yesterday")
      .bot(/That day is over/)
      .press("tomorrow")
      .bot("The task “send the offer” is yours, by 22 November.")
      .effect("task.create", {
        title: "send the offer",
        responsibleId: "101",
        byId: "101",
        deadlineAt: "2026-11-22T15:00:00.000Z",
      })
      .run());

  test("asks whom of two alike, and notes to call back at the portal's time", () =>
    talk({ clients: [anna, { id: "6", name: "Anna Bergman" }] })
      .command("client", "anna b")
      .bot("“anna b” may mean several; whom do you mean?")
      .press("2. Anna Bergman")
      .bot(/No activities yet/)
      .press("Call back tomorrow")
      .bot("Noted: call Anna Bergman back on 22 November at 10:00.")
      .effect("activity.add", {
        ownerType: "contact",
        ownerId: "6",
        deadlineAt: "2026-11-22T07:00:00.000Z",
        byId: "101",
      })
      .run());

  test("asks whom when nobody was named, and says when nobody fits", () =>
    talk({ clients: [anna] }, "ru")
      .command("client")
      .bot(/имя или телефон/i)
      .client("Шварц")
      .bot(/Никого не нашлось/)
      .run());
});

describe("/tasks", () => {
  const tasks = [
    { id: "1", title: "Old offer", deadlineAt: "2026-11-12T09:00:00Z" },
    { id: "2", title: "Meeting", deadlineAt: "2026-11-21T12:30:00Z" },
  ];

  test("completes a task and makes the list anew in its place", () =>
    talk({ tasks })
      .command("tasks")
      .bot(/Overdue:\[\/b\]\n1\. .*Old offer.* — since 12 November\n\[b\]Today:\[\/b\]\n2\. .*Meeting.* — 15:30$/)
      .press("✓ 1")
      .effect("task.change", { taskId: "1", change: { kind: "complete" }, byId: "101" })
      .effect("chat.edit", { key: "event:step-1:0" })
      .run());

  test("puts a task off to the end of tomorrow", () =>
    talk({ tasks }, "ru")
      .command("tasks")
      .bot(/Просрочены/)
      .press("2 → завтра")
      .effect("task.change", { taskId: "2", change: { kind: "deadline", at: "2026-11-22T15:00:00.000Z" } })
      .effect("chat.edit")
      .run());

  test("who may not put a task off is not offered it", () =>
    talk({ tasks: tasks.map((task) => ({ ...task, mayMove: task.id === "1" })) })
      .command("tasks")
      .bot(/Overdue/)
      .buttons("✓ 1", "1 → tomorrow", "1 → in a week", "✓ 2")
      .run());

  test("changes nothing for who presses a button of somebody else's list", () =>
    talk({ tasks })
      .command("taskdo", "done 1 event:step-1:0 77")
      .bot(/belongs to somebody else.*Overdue/s)
      .run());
});

describe("/call", () => {
  test("has the portal call where it can, and else gives a button", async () => {
    await talk({ callWay: "callback" })
      .command("call", "+1 202 555 0143")
      .bot(/your own phone rings first/)
      .effect("call.start", { phone: "+12025550143", byId: "101" })
      .run();
    await talk({})
      .command("call", "+1 202 555 0143")
      .bot(/no telephony/)
      .run();
  });

  test("a name with one number is called; of several the person chooses", async () => {
    await talk({ clients: [anna] })
      .command("call", "anna")
      .bot(/\+12025550143/)
      .run();
    await talk({ clients: [anna, { id: "6", name: "Anna Bergman", phones: ["+12025550144"] }] })
      .command("call", "anna")
      .bot("Which number?")
      .press("Anna Bergman: +12025550144")
      .bot(/\+12025550144/)
      .run();
  });

  test("says in Russian what it does, with the amounts and phones as they are written there", () =>
    talk({ clients: [anna], deals: [{ id: "1", title: "Шкаф", amount: 1234.5 }], callWay: "external" }, "ru")
      .command("deals")
      .bot(/Ваши открытые сделки: 1, 1\s234,50\s₽/)
      .command("call", "anna")
      .bot(/передан вашей телефонии/)
      .effect("call.start", { phone: "+12025550143" })
      .run());

  test("says when there is no number, and what to write when nothing was said", async () => {
    await talk({ clients: [{ id: "6", name: "Anna Bergman" }] })
      .command("call", "anna")
      .bot(/no phone number/)
      .run();
    await talk({})
      .command("call")
      .bot(/Whom shall I call/)
      .run();
  });
});
