import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

async function setup(settings: object = {}) {
  const world = await startTestPortal();
  const first = await registerBot(world);
  const second = await registerBot(world, { code: "second" });
  const PARAMS = { WELCOME_BOT_ENABLE: "Y", WELCOME_BOT_ID: second.id, ...settings };
  const updated = await world.rest("imopenlines.config.update", { CONFIG_ID: 1, PARAMS });
  expect(updated.body["result"]).toBe(true);
  const { chatId } = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  const CHAT_ID = Number(chatId);
  const writes = async (text: string): Promise<Json> => {
    await clientWrites(world, PEOPLE.client, text);
    const dialogs = await world.control("GET", `/dialogs?as=${PEOPLE.manager}`);
    return dialogs.find((dialog: Json) => dialog["chatId"] === chatId);
  };
  const memberIds = (): number[] => [...(world.portal.state.chats.get(CHAT_ID)?.memberIds ?? [])];
  return { world, first, second, CHAT_ID, writes, memberIds };
}

test("the bot that the line's settings name welcomes its clients", async () => {
  const { first, second, writes } = await setup();

  expect((await writes("Hello"))["memberIds"]).toContain(String(second.id));

  expect(await first.events()).toEqual([]);
  expect((await second.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"]);
});

test("without a bot the dialog waits in the queue, after the line's own greeting", async () => {
  const greeting = { WELCOME_MESSAGE: "Y", WELCOME_MESSAGE_TEXT: "A colleague will answer soon." };
  const { world, CHAT_ID, writes } = await setup({ WELCOME_BOT_ENABLE: "N", ...greeting });

  expect((await writes("Hello"))["lineOwner"]).toBe("queue");

  const shown = await world.control("GET", `/dialogs/chat${CHAT_ID}/messages?as=${PEOPLE.client}`);
  expect(shown.map(({ text }: Json) => text)).toEqual(["A colleague will answer soon.", "Hello"]);
});

test("a bot whose time is over loses the dialog to the queue", async () => {
  const { world, writes } = await setup({ WELCOME_BOT_TIME: 60 });

  expect((await writes("Hello"))["lineOwner"]).toBe("bot");
  world.pass(61);

  expect((await writes("Is anybody there?"))["lineOwner"]).toBe("queue");
});

test("a bot for first contacts only is not there the second time", async () => {
  const { world, CHAT_ID, writes } = await setup({ WELCOME_BOT_JOIN: "first" });

  expect((await writes("Hello"))["lineOwner"]).toBe("bot");
  await world.rest("imopenlines.operator.another.finish", { CHAT_ID });

  expect((await writes("Me again"))["lineOwner"]).toBe("queue");
});

test("WELCOME_BOT_LEFT says when the bot leaves: with the queue, or only with the end", async () => {
  const early = await setup({ WELCOME_BOT_LEFT: "queue" });
  const late = await setup({ WELCOME_BOT_LEFT: "close" });

  for (const { world, CHAT_ID, writes } of [early, late]) {
    await writes("Hello");
    await world.rest("imopenlines.operator.transfer", { CHAT_ID, USER_ID: Number(PEOPLE.operator) });
  }
  await late.world.rest("imopenlines.operator.answer", { CHAT_ID: late.CHAT_ID });

  expect(early.memberIds()).not.toContain(early.second.id);
  expect(late.memberIds()).toContain(late.second.id);
});

test("a line with the CRM switched on makes one lead of a client, and the dialog tells of it", async () => {
  const { world, CHAT_ID, writes } = await setup({ CRM: "Y", CRM_CREATE: "lead" });
  const before = world.portal.state.leads.size;

  await writes("Hello");
  await world.rest("imopenlines.operator.another.finish", { CHAT_ID });
  await writes("Me again");

  expect(world.portal.state.leads.size).toBe(before + 1);
  const [leadId] = [...world.portal.state.leads.keys()].toReversed();
  const { entity_data_1, entity_data_2 } = (await world.rest("imopenlines.dialog.get", { CHAT_ID })).body["result"];
  expect([entity_data_1, entity_data_2]).toEqual([
    expect.stringMatching(new RegExp(String.raw`^Y\|LEAD\|${leadId}\|N\|N\|\d+\|\d+\|0\|0\|0$`)),
    `LEAD|${leadId}|COMPANY|0|CONTACT|0|DEAL|0`,
  ]);
});

test("a bot that leaves or is removed leaves its client to the queue, not to nobody", async () => {
  const { second, writes } = await setup();
  const dialog = await writes("Hello");

  await second.call("imbot.v2.Chat.leave", { dialogId: dialog["id"] });

  expect((await writes("Still there?"))["lineOwner"]).toBe("queue");
});

test("lines are added, found by filter, changed by managers only, and gone when deleted", async () => {
  const { world } = await setup();
  const employee = await world.webhook(PEOPLE.employee);
  const { result: id } = (await world.rest("imopenlines.config.add", { PARAMS: { LINE_NAME: "Returns" } })).body;
  const found = async (PARAMS: object): Promise<Json> => {
    const { body } = await world.rest("imopenlines.config.list.get", { PARAMS });
    return body["error"] ?? body["result"].map(({ LINE_NAME }: Json) => LINE_NAME);
  };

  expect(await found({ filter: { ID: id }, select: ["LINE_NAME"] })).toEqual(["Returns"]);
  expect(await found({ order: { LINE_NAME: "desc" } })).toEqual(["Returns", "Demo line"]);
  expect(await found({ filter: { COLOUR: "red" } })).toBe("INVALID_FORMAT");
  expect(await send(`${employee}imopenlines.config.delete`, "POST", { CONFIG_ID: id })).toMatchObject({
    status: 403,
    body: { error: "CONFIG_WRONG_USER_PERMISSION" },
  });
  await world.rest("imopenlines.config.delete", { CONFIG_ID: id });
  expect((await world.rest("imopenlines.config.get", { CONFIG_ID: id })).body["error"]).toBe("CONFIG_ID_EMPTY");
});
