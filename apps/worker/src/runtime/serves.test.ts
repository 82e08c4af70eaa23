import type { Dialog, Person } from "@botdeck/core";
import { defineBot } from "@botdeck/dialog";
import { afterEach, beforeEach, expect, test } from "vitest";

import { CLIENT, createWorld, openLine, type World } from "../testing/world.ts";

const guideBot = defineBot({
  code: "guide",
  kind: "internal",
  name: { en: "Guide", ru: "Справка" },
  texts: { en: { hello: "Who is away: Anna" }, ru: { hello: "Отсутствует: Анна" } },
  commands: { away: { title: { en: "Away", ru: "Отсутствуют" }, handler: (ctx) => ctx.say(ctx.t("hello")) } },
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: (ctx) => ctx.say(ctx.t("hello")),
});

const person = (kind: Person["kind"]): Person => ({ id: "8", name: "Somebody", kind });
const dialog = (type: Dialog["type"], id: string): Dialog => ({ id, chatId: "9", type, title: "", entityId: null });

let world: World;
beforeEach(async () => void (world = await createWorld(guideBot)));
afterEach(() => world.close());

test.each([
  ["an employee in private is answered", person("employee"), dialog("private", "8"), ["Who is away: Anna"]],
  [
    "a guest in private hears why not",
    person("extranet"),
    dialog("private", "8"),
    [expect.stringMatching(/employees/)],
  ],
  ["a guest in a group is passed over", person("extranet"), dialog("group", "chat9"), []],
  ["a client of an open line is passed over", CLIENT, openLine("1"), []],
])("an internal bot keeps what it knows to employees: %s", async (_what, by, where, answers) => {
  const command = { id: "1", name: "away", params: "", context: "textarea" as const };
  const message = { id: "1", text: "/away", files: [] };
  await world.give({ kind: "command.called", person: by, dialog: where, language: "en", command, message });
  await world.runAll();
  const said = (await world.effects()).flatMap(({ body }) => (body.kind === "chat.send" ? [body.text] : []));
  expect(said).toEqual(answers);
  expect(await world.events()).toMatchObject([{ status: "done" }]);
});
