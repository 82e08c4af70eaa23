import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { personDoor } from "../../testing/people-doors.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

async function setup() {
  const world = await startTestPortal();
  const [manager, employee] = [await personDoor(world, PEOPLE.manager), await personDoor(world, PEOPLE.employee)];
  const CHAT_ID: number = (await manager("im.chat.add", { TITLE: "Stock", USERS: [PEOPLE.employee] }))["result"];
  return { world, manager, employee, CHAT_ID };
}

test("a bot that is brought into a group learns of it, and of what mentions it", async () => {
  const { world, manager, employee, CHAT_ID } = await setup();
  const bot = await registerBot(world, { type: "bot" });

  await manager("im.chat.user.add", { CHAT_ID, USERS: [bot.id] });
  await employee("im.message.add", { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: "not for you" });
  await employee("im.message.add", { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: `[USER=${bot.id}]Bot[/USER] stock?` });

  const events = await bot.events();
  expect(events.map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"]);
  expect(events[0]?.["data"]).toMatchObject({ dialogId: `chat${CHAT_ID}`, user: { id: 1 } });
});

test("members come and go by the rights of who acts, and a chat never is without an owner", async () => {
  const { manager, employee, CHAT_ID } = await setup();
  const members = async (): Promise<number[]> => (await employee("im.chat.user.list", { CHAT_ID }))["result"];

  expect((await employee("im.chat.user.delete", { CHAT_ID, USER_ID: 1 }))["error"]).toBe("WRONG_REQUEST");
  expect((await employee("im.chat.setOwner", { CHAT_ID, USER_ID: 3 }))["error"]).toBe("WRONG_REQUEST");
  expect((await employee("im.chat.user.add", { CHAT_ID, USERS: [3] }))["error"]).toBe("WRONG_REQUEST");
  await employee("im.chat.user.add", { CHAT_ID, USERS: [4] });
  expect(await members()).toEqual([1, 3, 4]);

  await manager("im.chat.leave", { CHAT_ID });
  expect(await members()).toEqual([3, 4]);
  const chat = await employee("im.dialog.get", { DIALOG_ID: `chat${CHAT_ID}` });
  expect(chat["result"]).toMatchObject({ owner: 3, role: "owner", user_counter: 2 });
  expect((await manager("im.dialog.get", { DIALOG_ID: `chat${CHAT_ID}` }))["error"]).toBe("ACCESS_ERROR");
});

test("who is added without the history reads on from there", async () => {
  const { world, manager, CHAT_ID } = await setup();
  const operator = await personDoor(world, PEOPLE.operator);
  const DIALOG_ID = `chat${CHAT_ID}`;
  await manager("im.message.add", { DIALOG_ID, MESSAGE: "before" });
  await manager("im.chat.user.add", { CHAT_ID, USERS: [PEOPLE.operator], HIDE_HISTORY: "Y" });
  await manager("im.message.add", { DIALOG_ID, MESSAGE: "after" });

  const { messages } = (await operator("im.dialog.messages.get", { DIALOG_ID }))["result"];
  expect(messages.map(({ text }: { text: string }) => text)).toEqual(["after"]);
});

test("a work group has one chat, for its people only", async () => {
  const { world, manager, employee } = await setup();
  const id = (await employee("im.dialog.get", { DIALOG_ID: "sg1" }))["result"].id;
  await manager("im.message.add", { DIALOG_ID: "sg1", MESSAGE: "news" });

  const { messages } = (await employee("im.dialog.messages.get", { DIALOG_ID: `chat${id}` }))["result"];
  expect(messages).toMatchObject([{ text: "news", author_id: 1 }]);
  const group = world.portal.state.workGroups.get(1);
  if (group !== undefined) group.memberIds = [];
  const stranger = await personDoor(world, "4");
  expect((await stranger("im.dialog.get", { DIALOG_ID: "sg1" }))["error"]).toBe("ACCESS_ERROR");
});

test("the chat of an entity is found by it", async () => {
  const { manager } = await setup();
  const entity = { ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|12" };
  const id = (await manager("im.chat.add", { TITLE: "Deal", ...entity }))["result"];

  expect((await manager("im.chat.get", entity))["result"]).toEqual({ ID: id });
  expect((await manager("im.chat.get", { ...entity, ENTITY_ID: "DEAL|13" }))["result"]).toBeNull();
});

test("a muted chat counts apart, a read one no more, and an unread mark stays until it is taken away", async () => {
  const { manager, employee, CHAT_ID } = await setup();
  const dialog = { DIALOG_ID: `chat${CHAT_ID}` };
  const first = (await manager("im.message.add", { ...dialog, MESSAGE: "one" }))["result"];
  await manager("im.message.add", { ...dialog, MESSAGE: "two" });
  const counters = async () => (await employee("im.counters.get"))["result"];

  expect(await counters()).toMatchObject({ TYPE: { CHAT: 2, ALL: 2 }, CHAT: { [CHAT_ID]: 2 }, CHAT_MUTED: [] });
  await employee("im.chat.mute", { CHAT_ID });
  expect(await counters()).toMatchObject({ TYPE: { CHAT: 0 }, CHAT: [], CHAT_MUTED: { [CHAT_ID]: 2 } });
  await employee("im.chat.mute", { CHAT_ID, MUTE: "N" });

  const read = await employee("im.dialog.read", { ...dialog, MESSAGE_ID: first });
  expect(read["result"]).toMatchObject({ lastId: first, counter: 1 });
  await employee("im.dialog.read", dialog);
  await employee("im.recent.unread", dialog);
  expect(await counters()).toMatchObject({ TYPE: { CHAT: 0 }, CHAT_UNREAD: [CHAT_ID] });
  await employee("im.recent.unread", { ...dialog, ACTION: "N" });
  expect(await counters()).toMatchObject({ CHAT_UNREAD: [] });
});

test("who writes is shown to the others", async () => {
  const { world, employee, CHAT_ID } = await setup();
  const seen: unknown[] = [];
  world.portal.live.subscribe((change) => seen.push(change));

  await employee("im.dialog.writing", { DIALOG_ID: `chat${CHAT_ID}` });

  expect(seen).toMatchObject([{ type: "typing", chat: { id: CHAT_ID }, personId: 3 }]);
});

test("the list of chats shows pinned ones first, hides what is hidden until something new comes", async () => {
  const { manager, employee, CHAT_ID } = await setup();
  const other = (await employee("im.chat.add", { TITLE: "Other" }))["result"];
  const titles = async () =>
    (await employee("im.recent.list"))["result"].items.map(({ title }: { title: string }) => title);
  await manager("im.message.add", { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: "one" });

  await employee("im.recent.pin", { DIALOG_ID: `chat${other}` });
  expect(await titles()).toEqual(["Other", "Stock"]);
  await employee("im.recent.hide", { DIALOG_ID: `chat${CHAT_ID}` });
  expect(await titles()).toEqual(["Other"]);
  await manager("im.message.add", { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: "two" });
  expect(await titles()).toEqual(["Other", "Stock"]);
});
