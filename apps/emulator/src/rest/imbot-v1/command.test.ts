import { expect, test } from "vitest";

import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

const OWNER = { CLIENT_ID: "my-key" };
const HANDLER = "http://127.0.0.1:9/handler";
const COMMAND = { COMMAND: "stock", EVENT_COMMAND_ADD: HANDLER, LANG: [{ LANGUAGE_ID: "en", TITLE: "Stock" }] };

async function setup() {
  const world = await startTestPortal();
  const bot = { EVENT_HANDLER: HANDLER, CODE: "old", PROPERTIES: { NAME: "Old bot" } };
  const { body } = await world.rest("imbot.register", { ...OWNER, ...bot });
  const call = async (method: string, params: object): Promise<unknown> => {
    const answer = await world.rest(method, { ...OWNER, BOT_ID: body["result"], ...params });
    return answer.body["error"] ?? answer.body["result"];
  };
  /** Somebody writes in a group of two people, without the bot. */
  const write = async (text: string): Promise<number> => {
    const group = { title: "Team", memberIds: [PEOPLE.operator] };
    const { id } = await world.control("POST", "/dialogs", { as: PEOPLE.employee, ...group });
    const message = await world.control("POST", `/dialogs/${id}/messages`, { as: PEOPLE.employee, text });
    return Number(message.id);
  };
  return { call, write };
}

test("where the bot is no member it answers a message that called its command, and no other", async () => {
  const { call, write } = await setup();
  await call("imbot.command.register", { ...COMMAND, COMMON: "Y" });
  const answer = async (MESSAGE_ID: number): Promise<unknown> =>
    call("imbot.command.answer", { COMMAND: "stock", MESSAGE_ID, MESSAGE: "Ten tables" });

  expect(await answer(await write("/stock tables"))).toBeTypeOf("number");
  expect(await answer(await write("Between the two of us"))).toBe("WRONG_REQUEST");
  expect(await answer(9999)).toBe("MESSAGE_ID_EMPTY");
});

test("a command has a title in some language, and keeps a name that can be typed", async () => {
  const { call } = await setup();

  expect(await call("imbot.command.register", { ...COMMAND, LANG: [{ LANGUAGE_ID: "en" }] })).toBe("LANG_ERROR");
  const COMMAND_ID = await call("imbot.command.register", COMMAND);
  expect(await call("imbot.command.update", { COMMAND_ID, FIELDS: { COMMAND: "two words" } })).toBe("COMMAND_ERROR");
});
