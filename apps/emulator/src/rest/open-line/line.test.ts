import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, send, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/test-portal.ts";

async function setup(settings: object = {}) {
  const world = await startTestPortal();
  const first = await registerBot(world);
  const second = await registerBot(world, { code: "second" });
  const PARAMS = { WELCOME_BOT_ENABLE: "Y", WELCOME_BOT_ID: second.id, ...settings };
  const updated = await world.rest("imopenlines.config.update", { CONFIG_ID: 1, PARAMS });
  expect(updated.body["result"]).toBe(true);
  const writes = async (text: string): Promise<Json> => {
    await clientWrites(world, PEOPLE.client, text);
    const dialogs = await world.control("GET", `/dialogs?as=${PEOPLE.manager}`);
    return dialogs[0];
  };
  return { world, first, second, writes };
}

test("the bot that the line's settings name welcomes its clients", async () => {
  const { first, second, writes } = await setup();

  expect((await writes("Hello"))["memberIds"]).toContain(String(second.id));

  expect(await first.events()).toEqual([]);
  expect((await second.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"]);
});

test("without a bot the dialog waits in the queue, after the line's own greeting", async () => {
  const greeting = { WELCOME_MESSAGE: "Y", WELCOME_MESSAGE_TEXT: "A colleague will answer soon." };
  const { world, writes } = await setup({ WELCOME_BOT_ENABLE: "N", ...greeting });

  expect((await writes("Hello"))["lineOwner"]).toBe("queue");

  const shown = await world.control("GET", `/dialogs/chat1/messages?as=${PEOPLE.client}`);
  expect(shown.map(({ text }: Json) => text)).toEqual(["A colleague will answer soon.", "Hello"]);
});

test("a bot whose time is over loses the dialog to the queue", async () => {
  const { world, writes } = await setup({ WELCOME_BOT_TIME: 60 });

  expect((await writes("Hello"))["lineOwner"]).toBe("bot");
  world.pass(61);

  expect((await writes("Is anybody there?"))["lineOwner"]).toBe("queue");
});

test("a bot for first contacts only is not there the second time", async () => {
  const { world, writes } = await setup({ WELCOME_BOT_JOIN: "first" });

  expect((await writes("Hello"))["lineOwner"]).toBe("bot");
  await world.rest("imopenlines.operator.another.finish", { CHAT_ID: 1 });

  expect((await writes("Me again"))["lineOwner"]).toBe("queue");
});

test("WELCOME_BOT_LEFT says when the bot leaves: with the queue, or only with the end", async () => {
  const early = await setup({ WELCOME_BOT_LEFT: "queue" });
  const late = await setup({ WELCOME_BOT_LEFT: "close" });

  for (const { world, second, writes } of [early, late]) {
    await writes("Hello");
    await world.rest("imopenlines.operator.transfer", { CHAT_ID: 1, USER_ID: Number(PEOPLE.operator) });
    if (second === late.second) await world.rest("imopenlines.operator.answer", { CHAT_ID: 1 });
  }

  expect(early.world.portal.state.chats.get(1)?.memberIds).not.toContain(early.second.id);
  expect(late.world.portal.state.chats.get(1)?.memberIds).toContain(late.second.id);
});

test("a line with the CRM switched on makes one lead of a client, and the dialog tells of it", async () => {
  const { world, writes } = await setup({ CRM: "Y", CRM_CREATE: "lead" });

  await writes("Hello");
  await world.rest("imopenlines.operator.another.finish", { CHAT_ID: 1 });
  await writes("Me again");

  expect(world.portal.state.leads.size).toBe(1);
  const { entity_data_1, entity_data_2 } = (await world.rest("imopenlines.dialog.get", { CHAT_ID: 1 })).body["result"];
  expect([entity_data_1, entity_data_2]).toEqual([
    expect.stringMatching(/^Y\|LEAD\|1\|N\|N\|2\|\d+\|0\|0\|0$/),
    "LEAD|1|COMPANY|0|CONTACT|0|DEAL|0",
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
