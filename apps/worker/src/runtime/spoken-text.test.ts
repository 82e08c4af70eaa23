import type { Dialog, Person } from "@botdeck/core";
import { defineBot } from "@botdeck/dialog";
import { outboxEffect } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";

const listBot = defineBot({
  code: "list",
  kind: "internal",
  name: { en: "List", ru: "Список" },
  texts: { en: { list: "Товары на складе" }, ru: { list: "Товары на складе" } },
  commands: {
    list: {
      title: { en: "Shows the list", ru: "Показывает список" },
      params: [{ name: "id", kind: "token", title: { en: "id", ru: "номер" }, isOptional: true }],
      handler: (ctx) =>
        ctx.say(ctx.t("list"), { buttons: [[{ kind: "command", text: "More", command: "list", params: "0197-id" }]] }),
    },
  },
  welcome: (ctx) => ctx.say(ctx.t("list")),
  fallback: (ctx) => ctx.say(ctx.t("list")),
});
const ANNA: Person = { id: "8", name: "Anna", kind: "employee" };
const IN_PRIVATE: Dialog = { id: "8", chatId: null, type: "private", title: "Anna", entityId: null };

let world: World;
beforeEach(async () => void (world = await createWorld(listBot)));
afterEach(() => world.close());

async function press(params: string): Promise<void> {
  const command = { id: "1", name: "list", params, context: "keyboard" as const };
  const message = { id: "5001", text: "Товары на складе", files: [] };
  await world.give({ kind: "command.called", person: ANNA, dialog: IN_PRIVATE, language: "en", command, message });
  await world.runAll();
}

test("a pressed button stands in the transcript by its label, else by what it does; the bot's words are not the person's", async () => {
  const message = { id: "5000", text: "/list", files: [] };
  const command = { id: "1", name: "list", params: "", context: "textarea" as const };
  await world.give({ kind: "command.called", person: ANNA, dialog: IN_PRIVATE, language: "en", command, message });
  await world.runAll();
  await world.deliverAll({ "chat.send": { carry: async () => "5001", look: async () => ({ kind: "absent" }) } });
  await press("0197-id");
  await press("0197-id");
  await press("of an old list");
  const said = (await world.messages()).filter(({ author }) => author === "employee");
  expect(said.map(({ text }) => text)).toEqual(["/list", "More", "More", "Shows the list"]);
  expect(await world.conversation("8")).toMatchObject({ language: "en" });
  expect(await world.db.$count(outboxEffect)).toBe(4);
});
