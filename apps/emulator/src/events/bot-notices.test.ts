import { expect, test } from "vitest";

import { registerBot } from "../testing/demo-bot.ts";
import { startEventReceiver } from "../testing/event-receiver.ts";
import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json } from "../testing/send.ts";

async function setup() {
  const world = await startTestPortal();
  const plain = await registerBot(world, { type: "bot" });
  const supervisor = await registerBot(world, { type: "supervisor" });
  const memberIds = [PEOPLE.employee, String(plain.id), String(supervisor.id)];
  const group = await world.control("POST", "/dialogs", { as: PEOPLE.manager, title: "Team", memberIds });
  const write = (text: string, as = PEOPLE.employee): Promise<Json> =>
    world.control("POST", `/dialogs/${group.id}/messages`, { as, text });
  await plain.events();
  await supervisor.events();
  return { world, plain, supervisor, group, write };
}

const typesOf = (events: Json[]): string[] => events.map(({ type }) => type);

test("in a group a bot hears of what mentions it, also when that is changed or deleted; a supervisor of everything", async () => {
  const { world, plain, supervisor, write } = await setup();
  await write("Lunch?");
  const { id } = await write(`[USER=${plain.id}]Demo[/USER], what is left?`);

  await world.control("PUT", `/messages/${id}`, {
    as: PEOPLE.employee,
    text: `[USER=${plain.id}]Demo[/USER], and now?`,
  });
  await send(`${world.origin}/emulator/api/messages/${id}?as=${PEOPLE.employee}`, "DELETE");

  const changes = ["ONIMBOTV2MESSAGEUPDATE", "ONIMBOTV2MESSAGEDELETE"];
  expect(typesOf(await plain.events())).toEqual(["ONIMBOTV2MESSAGEADD", ...changes]);
  expect(typesOf(await supervisor.events())).toEqual(["ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEADD", ...changes]);
});

test("a command goes to its own bot as a command, everywhere if it is common, and stays a message for the others", async () => {
  const { world, plain, supervisor, write } = await setup();
  const outsider = await registerBot(world, { type: "bot" });
  const title = { en: "Stock" };
  await outsider.call("imbot.v2.Command.register", { fields: { command: "stock", title, common: true } });
  await plain.call("imbot.v2.Command.register", { fields: { command: "help", title } });

  await write("/stock shoes");
  await write("/help");

  const [called] = await outsider.events();
  expect(called).toMatchObject({
    type: "ONIMBOTV2COMMANDADD",
    data: { command: { command: "/stock", params: "shoes" } },
  });
  expect(typesOf(await plain.events())).toEqual(["ONIMBOTV2COMMANDADD"]);
  expect(typesOf(await supervisor.events())).toEqual(["ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEADD"]);
});

test("a bot learns with which context its dialog was opened", async () => {
  const { world, plain } = await setup();
  const context = { action: "openTask", taskId: 456 };

  await world.rest("im.v2.Chat.Bot.sendContext", { dialogId: String(plain.id), context });

  expect(await plain.events()).toMatchObject([
    { type: "ONIMBOTV2CONTEXTGET", data: { dialogId: PEOPLE.manager, context, user: { id: Number(PEOPLE.manager) } } },
  ]);
});

test("a v1 bot of a group gets the mention cut out, the chat's own part, and an event when it is removed", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const owner = { CLIENT_ID: "my-key" };
  const bot = { CODE: "old", TYPE: "B", EVENT_HANDLER: handler.url, PROPERTIES: { NAME: "Old" } };
  const BOT_ID: number = (await world.rest("imbot.register", { ...owner, ...bot })).body["result"];
  const chat = { ...owner, TITLE: "Team", USERS: [Number(PEOPLE.employee)], ENTITY_TYPE: "DEMO", ENTITY_ID: "13" };
  const CHAT_ID: number = (await world.rest("imbot.chat.add", chat)).body["result"];
  const text = `[USER=${BOT_ID}]Old[/USER] what is left?`;

  await world.control("POST", `/dialogs/chat${CHAT_ID}/messages`, { as: PEOPLE.employee, text });
  await world.rest("imbot.unregister", { ...owner, BOT_ID });
  const [mentioned, removed] = [await handler.next(), await handler.next()];

  expect(mentioned.body["data"].PARAMS).toMatchObject({
    MESSAGE: "what is left?",
    MESSAGE_ORIGINAL: text,
    CHAT_ENTITY_TYPE: "DEMO",
    CHAT_ENTITY_ID: "13",
    IS_MANAGER: "Y",
    SKIP_COMMAND: "N",
  });
  expect(removed.body).toMatchObject({
    event: "ONIMBOTDELETE",
    data: { BOT_ID: String(BOT_ID), BOT_CODE: "old" },
  });
});
