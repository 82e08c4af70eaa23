import { expect, test } from "vitest";

import { registerBot } from "../testing/demo-bot.ts";
import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json } from "../testing/send.ts";
import type { TestPortal } from "../testing/test-portal.ts";

/** A group of a manager, an employee and a bot, with one message of the manager in it. */
async function groupWithBot(world: TestPortal) {
  const bot = await registerBot(world, { type: "bot" });
  const memberIds = [PEOPLE.employee, String(bot.id)];
  const group = await world.control("POST", "/dialogs", { as: PEOPLE.manager, title: "Launch", memberIds });
  const text = `[user=${bot.id}]Demo bot[/user], hello`;
  const message = await world.control("POST", `/dialogs/${group.id}/messages`, { as: PEOPLE.manager, text });
  await bot.events();
  return { bot, group, message };
}

test("only its author edits or deletes a message, and the bot of the chat learns of both", async () => {
  const world = await startTestPortal();
  const { bot, group, message } = await groupWithBot(world);
  const address = `${world.origin}/emulator/api/messages/${message.id}`;
  const text = `[user=${bot.id}]Demo bot[/user], good morning`;

  expect(await send(address, "PUT", { as: PEOPLE.employee, text })).toMatchObject({ status: 403 });
  expect(await send(address, "PUT", { as: PEOPLE.operator, text })).toMatchObject({ status: 404 });
  expect(await world.control("PUT", `/messages/${message.id}`, { as: PEOPLE.manager, text })).toMatchObject({
    text,
    editedAt: expect.any(String),
  });
  expect((await bot.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2MESSAGEUPDATE"]);

  expect(await send(`${address}?as=${PEOPLE.manager}`, "DELETE")).toMatchObject({ status: 200 });

  const read = (query: string) => world.control("GET", `/dialogs/${group.id}/messages?as=${PEOPLE.manager}${query}`);
  expect(await read("")).toEqual([]);
  expect(await read("&deleted=yes")).toMatchObject([{ id: message.id, text: "", isDeleted: true }]);
});

test("a message is unread by everybody but its author, until they have read up to it", async () => {
  const world = await startTestPortal();
  const { group, message } = await groupWithBot(world);
  const unreadOf = async (id: string) => {
    const people: Json[] = await world.control("GET", "/people");
    return people.find((person) => person["id"] === id)?.["unread"];
  };
  expect([await unreadOf(PEOPLE.employee), await unreadOf(PEOPLE.manager), await unreadOf(PEOPLE.operator)]).toEqual([
    1, 0, 0,
  ]);

  await world.control("POST", `/dialogs/${group.id}/read`, { as: PEOPLE.employee, messageId: message.id });

  expect(await unreadOf(PEOPLE.employee)).toBe(0);
  const [dialog] = await world.control("GET", `/dialogs?as=${PEOPLE.manager}`);
  expect(dialog).toMatchObject({ readUpTo: { [PEOPLE.employee]: message.id } });
});

test("an open line is unread by every operator only while its client waits for one", async () => {
  const world = await startTestPortal();
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, text: "Hello" });
  const unread = async (as: string) => (await world.control("GET", `/dialogs?as=${as}`))[0]?.unread;
  expect([await unread(PEOPLE.operator), await unread(PEOPLE.manager)]).toEqual([1, 1]);

  await world.control("POST", `/dialogs/${dialog.id}/answer`, { as: PEOPLE.operator });

  expect(await unread(PEOPLE.manager)).toBe(0);
});

test("typing a slash offers the commands of the chat's bots and the common ones, in the person's language", async () => {
  const world = await startTestPortal();
  const { bot, group } = await groupWithBot(world);
  const other = await registerBot(world, { type: "bot" });
  const register = (owner: typeof bot, fields: object) => owner.call("imbot.v2.Command.register", { fields });
  await register(bot, { command: "order", title: { en: "Order", ru: "Заказ" }, params: { en: "number", ru: "номер" } });
  await register(bot, { command: "secret", title: { en: "Secret" }, hidden: true });
  await register(other, { command: "help", title: { en: "Help" }, common: true });
  await register(other, { command: "private", title: { en: "Private" } });

  const offered = async (as: string) => {
    const commands: Json[] = await world.control("GET", `/dialogs/${group.id}/commands?as=${as}`);
    return commands.map(({ command, title, params }) => [command, title, params]);
  };

  expect(await offered(PEOPLE.manager)).toEqual([
    ["/help", "Help", ""],
    ["/order", "Order", "number"],
  ]);
  await world.control("POST", "/dialogs", { as: "4", botId: String(bot.id) });
  const [own] = await world.control("GET", "/dialogs?as=4");
  const commands: Json[] = await world.control("GET", `/dialogs/${own.id}/commands?as=4`);
  expect(commands.find(({ command }) => command === "/order")).toMatchObject({ title: "Заказ", params: "номер" });
});

test("a reaction given on the page stands on the message, and goes away when it is taken back", async () => {
  const world = await startTestPortal();
  const { message } = await groupWithBot(world);
  const react = (isOn: boolean, reaction = "like") =>
    world.control("POST", `/messages/${message.id}/reactions`, { as: PEOPLE.employee, reaction, isOn });

  expect(await react(true)).toMatchObject({ reactions: { like: [PEOPLE.employee] } });
  expect(await react(false)).toMatchObject({ reactions: {} });
  await expect(react(true, "__proto__")).rejects.toThrow("400");
});

test("the portal page acts with the rights of the person, and a client or a bot does not act at all", async () => {
  const world = await startTestPortal();
  const { bot } = await groupWithBot(world);
  const act = (as: string, params: object) =>
    send(`${world.origin}/emulator/api/act`, "POST", { as, method: "crm.deal.add", params });

  const added = await act(PEOPLE.manager, { fields: { TITLE: "Two desks", OPPORTUNITY: 100 } });
  expect(added).toMatchObject({ status: 200 });
  const board = await world.control("GET", "/crm/board?kind=deal");
  expect(board.cards).toMatchObject([{ key: `deal-${added.body["result"]}`, title: "Two desks", stageId: "NEW" }]);

  expect(await act(PEOPLE.client, { fields: {} })).toMatchObject({ status: 403 });
  expect(await act(String(bot.id), { fields: {} })).toMatchObject({ status: 403 });
});
