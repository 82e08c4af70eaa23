import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { personDoor } from "../../testing/people-doors.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

const DAY_S = 24 * 3600;

async function setup() {
  const world = await startTestPortal();
  const [employee, operator] = [await personDoor(world, PEOPLE.employee), await personDoor(world, PEOPLE.operator)];
  const chatId: number = (await employee("im.chat.add", { TITLE: "Stock", USERS: [PEOPLE.operator] }))["result"];
  const dialog = { DIALOG_ID: `chat${chatId}` };
  const texts = async (): Promise<string[]> =>
    (await operator("im.dialog.messages.get", dialog))["result"].messages.map(({ text }: Json) => text);
  return { world, employee, operator, chatId, dialog, texts };
}

test("a message is its token's user's, and only they change it, for three days", async () => {
  const { world, employee, operator, dialog, texts } = await setup();
  const MESSAGE_ID = (await employee("im.message.add", { ...dialog, MESSAGE: "one" }))["result"];

  const foreign = await operator("im.message.update", { MESSAGE_ID, MESSAGE: "mine" });
  const own = await employee("im.message.update", { MESSAGE_ID, MESSAGE: "two" });
  const seen = (await operator("im.dialog.messages.get", dialog))["result"].messages[0];
  world.pass(3 * DAY_S + 1);
  const late = await employee("im.message.delete", { MESSAGE_ID });

  expect([foreign["error"], own["result"], late["error"]]).toEqual(["CANT_EDIT_MESSAGE", true, "CANT_EDIT_MESSAGE"]);
  expect(seen).toMatchObject({ text: "two", author_id: 3, unread: true, params: { IS_EDITED: "Y" } });
  expect(await texts()).toEqual(["two"]);
});

test("an update without text deletes the message", async () => {
  const { employee, dialog, texts } = await setup();
  const MESSAGE_ID = (await employee("im.message.add", { ...dialog, MESSAGE: "one" }))["result"];

  await employee("im.message.update", { MESSAGE_ID, MESSAGE: "" });

  expect(await texts()).toEqual([]);
});

test.each([
  ["MESSAGE_EMPTY", { MESSAGE: " " }],
  ["KEYBOARD_ERROR", { MESSAGE: "a", KEYBOARD: [[{ TEXT: "nested", COMMAND: "x" }]] }],
  ["KEYBOARD_OVERSIZE", { MESSAGE: "a", KEYBOARD: [{ TEXT: "x".repeat(30_000), LINK: "/" }] }],
  ["ATTACH_ERROR", { MESSAGE: "a", ATTACH: [{ TITLE: "no block" }] }],
  ["ATTACH_OVERSIZE", { ATTACH: [{ MESSAGE: "x".repeat(30_000) }] }],
  ["DIALOG_ID_EMPTY", { MESSAGE: "a", DIALOG_ID: "" }],
  ["USER_NOT_FOUND", { MESSAGE: "a", DIALOG_ID: "99" }],
  ["ACCESS_ERROR", { MESSAGE: "a", DIALOG_ID: "chat99" }],
  ["ACCESS_ERROR", { MESSAGE: "a", DIALOG_ID: PEOPLE.client }],
  ["REPLY_MESSAGE_NOT_FOUND", { MESSAGE: "a", REPLY_ID: 99 }],
])("a message is refused with %s: %o", async (code, params) => {
  const { employee, dialog } = await setup();

  expect((await employee("im.message.add", { ...dialog, ...params }))["error"]).toBe(code);
});

test("what people write in private, like and change reaches a bot of the second API", async () => {
  const { world, employee } = await setup();
  const bot = await registerBot(world, { type: "bot" });
  const MESSAGE_ID = (await employee("im.message.add", { DIALOG_ID: bot.id, MESSAGE: "Hi" }))["result"];
  await employee("im.message.update", { MESSAGE_ID, MESSAGE: "Hello" });
  const answer = await bot.call("imbot.v2.Chat.Message.send", { dialogId: "3", fields: { message: "Yes?" } });

  await employee("im.message.like", { MESSAGE_ID: answer.body["result"].id, ACTION: "plus" });
  const again = await employee("im.message.like", { MESSAGE_ID: answer.body["result"].id, ACTION: "plus" });

  expect((await bot.events()).map(({ type }) => type)).toEqual([
    "ONIMBOTV2JOINCHAT",
    "ONIMBOTV2MESSAGEADD",
    "ONIMBOTV2MESSAGEUPDATE",
    "ONIMBOTV2REACTIONCHANGE",
  ]);
  expect(again["error"]).toBe("WITHOUT_CHANGES");
});

test("a file goes from the disk into a chat, and everybody in the chat may take it home", async () => {
  const { employee, operator, chatId, dialog, world } = await setup();
  const { result: folder } = await employee("im.disk.folder.get", { CHAT_ID: chatId });
  const fileContent = ["plan.txt", Buffer.from("plan").toString("base64")];
  const data = { NAME: "plan.txt" };
  const { result: file } = await employee("disk.folder.uploadFile", { id: folder.ID, data, fileContent });
  await employee("im.disk.file.commit", { CHAT_ID: chatId, FILE_ID: file.ID, MESSAGE: "The plan" });

  const { result: read } = await operator("im.dialog.messages.get", dialog);
  expect(read.messages[0]).toMatchObject({ text: "The plan", params: { FILE_ID: [file.ID] } });
  expect(read.files).toMatchObject([{ id: file.ID, name: "plan.txt", size: 4 }]);

  const { result: saved } = await operator("im.disk.file.save", { FILE_ID: file.ID });
  const own = await operator("disk.file.get", { id: saved.file.id });
  expect(await (await fetch(own["result"].DOWNLOAD_URL)).text()).toBe("plan");

  const manager = await personDoor(world, PEOPLE.manager);
  expect((await manager("disk.file.get", { id: file.ID }))["error"]).toBe("ACCESS_DENIED");
});

test("reading a number beyond the last message leaves later ones unread", async () => {
  const { employee, operator, dialog } = await setup();
  await employee("im.message.add", { ...dialog, MESSAGE: "one" });

  await operator("im.dialog.read", { ...dialog, MESSAGE_ID: 999_999 });
  await employee("im.message.add", { ...dialog, MESSAGE: "two" });

  expect((await operator("im.dialog.get", dialog))["result"].counter).toBe(1);
});

test("a command is called where its bot is, or everywhere when it is a common one", async () => {
  const { world, employee, dialog } = await setup();
  const bot = await registerBot(world, { type: "bot" });
  const register = (command: string, common: boolean): Promise<unknown> =>
    bot.call("imbot.v2.Command.register", { fields: { command, common, title: { en: command } } });
  await register("own", false);
  await register("shared", true);
  const MESSAGE_ID = (await employee("im.message.add", { ...dialog, MESSAGE: "Well?" }))["result"];
  const press = async (COMMAND: string): Promise<unknown> => {
    const answer = await employee("im.message.command", { MESSAGE_ID, BOT_ID: bot.id, COMMAND });
    return answer["error"] ?? answer["result"];
  };

  expect([await press("own"), await press("shared")]).toEqual(["COMMAND_ERROR", true]);
});
