import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

test("a person reads their own dialog in pages, newest first, and nobody else's", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.employee, botId: String(bot.id) });
  for (const text of ["one", "two", "three"]) {
    await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.employee, text });
  }
  const employee = await world.webhook(PEOPLE.employee, ["im"]);
  const read = async (params: object): Promise<Json> =>
    (await send(`${employee}im.dialog.messages.get`, "POST", { DIALOG_ID: bot.id, ...params })).body["result"];
  const textsOf = (result: Json): string[] => result["messages"].map(({ text }: Json) => text);

  const page = await read({ LIMIT: 2 });
  expect(textsOf(page)).toEqual(["three", "two"]);
  expect(page["messages"][0]).toMatchObject({ author_id: 3, params: [] });
  expect(page["users"]).toMatchObject([{ id: 3, first_name: "Emma", external_auth_id: "default" }]);
  expect(textsOf(await read({ LAST_ID: page["messages"][1].id }))).toEqual(["one"]);
  expect(textsOf(await read({ FIRST_ID: page["messages"][1].id }))).toEqual(["three"]);

  const stranger = await world.rest("im.dialog.messages.get", { DIALOG_ID: `chat${dialog.chatId}` });
  expect([stranger.status, stranger.body["error"]]).toEqual([403, "ACCESS_ERROR"]);
});
