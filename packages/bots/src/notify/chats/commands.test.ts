import { conversation } from "@botdeck/testing/conversation";
import { expect, test } from "vitest";

import { notifyBot } from "../bot.ts";
import type { NotifyServices } from "../services.ts";
import type { ChatOf } from "./services.ts";

type Found = readonly { id: string; name: string }[];

/** @param found Null where the portal lets nothing be seen. */
function talk(found: Found | null, roles: ("admin" | "head")[] = ["head"]) {
  const made: string[] = [];
  const chats = {
    find: async (_of: ChatOf, words: string) =>
      found?.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())) ?? null,
    make: async (of: ChatOf, id: string) => {
      const isNew = !made.includes(`${of} ${id}`);
      made.push(`${of} ${id}`);
      return { name: found?.find((each) => each.id === id)?.name ?? "", people: 12, isNew };
    },
  };
  // Only these are asked here.
  const services = { chats } as Partial<NotifyServices> as NotifyServices;
  const people = [{ id: "101", name: "Olga", roles }];
  return { made, chat: (language: "en" | "ru") => conversation(notifyBot, { language, services, people }) };
}

const DEPARTMENTS = [
  { id: "3", name: "Sales North" },
  { id: "4", name: "Sales South" },
];

test("a head has a department's chat made by its name, and the second time hears that it is there", async () => {
  const { made, chat } = talk(DEPARTMENTS);
  await chat("en")
    .command("chat", "department Sales North")
    .bot("I am making the chat “Sales North” for 12 people. Whoever comes or goes is added or taken out.")
    .command("chat", "department sales")
    .bot("Which one do you mean?")
    .press("Sales North")
    .bot(/There is such a chat already/)
    .command("chat", "department Legal")
    .bot("I found none of that name.")
    .run();
  expect(made).toEqual(["department 3", "department 3"]);
});

test("in Russian a project's chat is asked for as one says it", async () => {
  const { made, chat } = talk([{ id: "7", name: "Новый сайт" }]);
  await chat("ru")
    .command("chat", "проект Новый сайт")
    .bot(/Создаю чат «Новый сайт», участников: 12/)
    .run();
  expect(made).toEqual(["project 7"]);
});

test("who leads nobody has no chat made, not by the button's command either", async () => {
  const { made, chat } = talk(DEPARTMENTS, []);
  await chat("en")
    .command("chat", "department Sales North")
    .bot(/for/)
    .command("chatof", "department 3")
    .bot(/for/)
    .run();
  expect(made).toEqual([]);
});

test("where the app may not see projects a head hears which right is missing", async () => {
  await talk(null)
    .chat("en")
    .command("chat", "project New site")
    .bot(/give the app the right sonet_group/)
    .run();
});
