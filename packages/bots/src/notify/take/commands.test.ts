import { conversation } from "@botdeck/testing/conversation";
import { expect, test } from "vitest";

import { notifyBot } from "../bot.ts";
import type { NotifyServices } from "../services.ts";

/** A portal on which others have taken some records before. */
function talk(taken: Record<string, string> = {}, language: "en" | "ru" = "en") {
  const asked: string[] = [];
  const claims: NotifyServices["claims"] = {
    async take(subject) {
      asked.push(`take ${subject}`);
      const first = taken[subject];
      if (first !== undefined) return { id: "9", name: first, isMine: first === "me", isNew: false };
      taken[subject] = "me";
      return { id: "7", name: "me", isMine: true, isNew: true };
    },
  };
  // Nothing else is asked here.
  const services = { claims } as NotifyServices;
  return { asked, chat: conversation(notifyBot, { language, services, at: "2026-11-21T09:00:00Z" }) };
}

test("whoever takes a record first has it, and a second press says so", async () => {
  const { chat } = talk();
  await chat
    .command("take", "lead:17")
    .bot("It is yours: I make you responsible.")
    .command("take", "lead:17")
    .bot("You have it already.")
    .run();
});

test("whoever is later hears who was first, and a name works as no tag", async () => {
  const { chat } = talk({ "lead:17": "Анна [b]Берг[/b]" }, "ru");
  await chat.command("take", "lead:17").bot("Раньше успел другой сотрудник: Анна Берг.").run();
});

test("a task is completed by its card, and nothing but records can be named", async () => {
  const { asked, chat } = talk();
  await chat
    .command("complete", "task:5")
    .bot("I complete it for you.")
    .effect("task.change", { taskId: "5", change: { kind: "complete" }, byId: "101" })
    .command("complete", "lead:5")
    .bot(/do not know that record/)
    .command("take", "lead:0")
    .bot(/do not know that record/)
    .run();
  expect(asked).toEqual([]);
});
