import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

const OWNER = { CLIENT_ID: "my-key" };
const EMPLOYEE = Number(PEOPLE.employee);

async function setup() {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const call = async (method: string, params: object = {}): Promise<unknown> => {
    const { body } = await world.rest(`imbot.${method}`, { ...OWNER, ...params });
    return body["error"] ?? body["result"];
  };
  const bot = { CODE: "old", EVENT_HANDLER: handler.url, PROPERTIES: { NAME: "Old bot" } };
  const BOT_ID = Number(await call("register", bot));
  return { world, handler, call, BOT_ID };
}

test("a chat belongs to a thing outside, by which it is found again", async () => {
  const { call } = await setup();
  const thing = { ENTITY_TYPE: "ORDER", ENTITY_ID: "1043" };

  const CHAT_ID = await call("chat.add", { ...thing, TITLE: "Order 1043", USERS: [Number(PEOPLE.manager)] });

  expect(await call("chat.get", thing)).toEqual({ ID: CHAT_ID });
  expect(await call("chat.get", { ...thing, ENTITY_ID: "1044" })).toBe("ACCESS_ERROR");
  expect(await call("dialog.get", { DIALOG_ID: `chat${String(CHAT_ID)}` })).toMatchObject({
    entity_type: "ORDER",
    entity_id: "1043",
  });
});

test("the owner's word counts in a chat: title, colour, members, managers, and the next owner", async () => {
  const { call, BOT_ID } = await setup();
  const CHAT_ID = await call("chat.add", { TITLE: "Team", COLOR: "MINT", USERS: [EMPLOYEE] });
  const change = (method: string, params: object): Promise<unknown> => call(`chat.${method}`, { CHAT_ID, ...params });

  expect(await change("updateTitle", { TITLE: " " })).toBe("TITLE_EMPTY");
  expect(await change("updateColor", { COLOR: "MINT" })).toBe("WRONG_REQUEST");
  expect(await change("updateColor", { COLOR: "NO_SUCH" })).toBe("WRONG_COLOR");
  expect(await change("user.add", { USERS: [EMPLOYEE] })).toBe("WRONG_REQUEST");
  expect(await change("user.add", { USERS: [Number(PEOPLE.operator)] })).toBe(true);
  expect(await change("user.delete", { USER_ID: BOT_ID })).toBe("ACCESS_ERROR");
  expect(await change("setManager", { USER_ID: 999 })).toBe("WRONG_REQUEST");
  expect(await change("setOwner", { USER_ID: EMPLOYEE })).toBe(true);
  expect(await change("user.delete", { USER_ID: Number(PEOPLE.operator) })).toBe("WRONG_REQUEST");
  expect(await change("user.list", {})).toEqual([BOT_ID, EMPLOYEE, Number(PEOPLE.operator)]);
  expect(await change("leave", {})).toBe(true);
  expect(await change("user.list", {})).toBe("ACCESS_ERROR");
});

test("an ordinary bot hears of edits only after imbot.update has named a handler for them", async () => {
  const { world, handler, call, BOT_ID } = await setup();
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.employee, botId: String(BOT_ID) });
  const { id } = await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.employee, text: "Hi" });
  const edit = (text: string): Promise<unknown> =>
    world.control("PUT", `/messages/${id}`, { as: PEOPLE.employee, text });

  await edit("Hello");
  expect(await call("update", { BOT_ID, FIELDS: {} })).toBe("WRONG_REQUEST");
  expect(await call("update", { BOT_ID, FIELDS: { EVENT_MESSAGE_UPDATE: "ftp://x" } })).toBe(
    "EVENT_MESSAGE_UPDATE_ERROR",
  );
  expect(await call("update", { BOT_ID, FIELDS: { EVENT_MESSAGE_UPDATE: handler.url } })).toBe(true);
  await edit("Good day");
  await world.portal.events.settled();

  const events = handler.waiting().map(({ body }) => [body["event"], body["data"].PARAMS.MESSAGE]);
  expect(events.slice(1)).toEqual([
    ["ONIMBOTMESSAGEADD", "Hi"],
    ["ONIMBOTMESSAGEUPDATE", "Good day"],
  ]);
});

test("a command is changed and removed by whoever registered it, and nobody else", async () => {
  const { world, call, BOT_ID, handler } = await setup();
  const LANG = [{ LANGUAGE_ID: "en", TITLE: "Help" }];
  const command = { BOT_ID, COMMAND: "help", EVENT_COMMAND_ADD: handler.url, LANG };

  const COMMAND_ID = await call("command.register", command);
  const stranger = await world.rest("imbot.command.unregister", { CLIENT_ID: "other", COMMAND_ID });
  expect(stranger.body["error"]).toBe("APP_ID_ERROR");
  expect(await call("command.update", { COMMAND_ID, FIELDS: { COMMAND: "hilfe" } })).toBe(true);
  expect(await call("command.register", command)).not.toBe(COMMAND_ID);
  expect(await call("command.unregister", { COMMAND_ID })).toBe(true);
  expect(await call("command.unregister", { COMMAND_ID })).toBe("COMMAND_ID_ERROR");
});
