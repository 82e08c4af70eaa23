import type { Dialog, Person } from "@botdeck/core";
import { releaseParked } from "@botdeck/db";
import { defineBot, services } from "@botdeck/dialog";
import { GrantNeeded } from "@botdeck/portal-clients";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";

const ANNA: Person = { id: "5", name: "Anna", kind: "employee" };
const privately: Dialog = { id: "5", chatId: null, type: "private", title: "", entityId: null };
const group: Dialog = { id: "chat9", chatId: "9", type: "group", title: "Sales", entityId: null };

/** Reads something that wants its person's rights, and says it. */
const deskBot = defineBot({
  code: "desk",
  kind: "internal",
  name: { en: "Desk", ru: "Стол" },
  needs: services<{ deals: () => Promise<number> }>(),
  texts: { en: { hello: "Hello" }, ru: { hello: "Привет" } },
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: async (ctx) => ctx.say(`You have ${await ctx.services.deals()} deals`),
});

let world: World;
let isGranted = false;
beforeEach(async () => {
  isGranted = false;
  world = await createWorld(deskBot);
  world.deps.outside.servicesFor = (_code, { portalId, person }) => ({
    deals: async () => {
      if (isGranted) return 3;
      throw new Error("The deals could not be read", { cause: new GrantNeeded(portalId, person.id) });
    },
  });
});
afterEach(() => world.close());

const said = async () =>
  (await world.effects()).flatMap(({ body: effect }) =>
    effect.kind === "chat.send" ? [[effect.dialogId, effect.text]] : [],
  );
const grant = async () => {
  isGranted = true;
  await world.db.transaction((tx) => releaseParked(tx, world.portal.id, ANNA.id));
  await world.runAll();
};

test("what lacks its person's permission asks for it, and goes on by itself when it is given", async () => {
  await world.write("how many deals?", { by: ANNA, in: privately });
  await world.runAll();
  const [asked] = await world.effects();
  expect(asked?.body).toMatchObject({
    dialogId: "5",
    text: expect.stringMatching(/your permission/),
    buttons: [[{ kind: "link", url: expect.stringMatching(/person=5/) }]],
  });
  expect(await world.events()).toMatchObject([{ status: "done" }]);

  await grant();
  expect((await said()).at(-1)).toEqual(["5", "You have 3 deals"]);
  const words = (await world.messages()).filter(({ author }) => author === "employee");
  expect(words.map(({ text }) => text)).toEqual(["how many deals?"]);
});

test("in a group the link goes to its person alone, and the group hears who was asked", async () => {
  await world.write("сколько сделок?", { by: ANNA, in: group });
  await world.runAll();
  expect(new Set((await said()).map(([dialogId]) => dialogId))).toEqual(new Set(["5", "chat9"]));
  const [inGroup] = (await world.effects()).filter(
    ({ body: effect }) => "dialogId" in effect && effect.dialogId === "chat9",
  );
  expect(inGroup?.body).toMatchObject({ text: expect.stringMatching(/^\[user=5\]Anna\[\/user\], сначала нужно/) });
  expect(JSON.stringify(inGroup?.body)).not.toMatch(/authorize/);

  await grant();
  expect((await said()).at(-1)).toEqual(["chat9", "You have 3 deals"]);
});

test("the link is kept in no message that others may read", async () => {
  await world.write("how many deals?", { by: ANNA, in: privately });
  await world.runAll();
  expect(JSON.stringify(await world.messages())).not.toMatch(/authorize/);
});
