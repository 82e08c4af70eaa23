import { expect, test } from "vitest";

import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

const OWNER = { CLIENT_ID: "my-key" };
const FOUR_DAYS_S = 4 * 24 * 3600;

async function setup() {
  const world = await startTestPortal();
  const handler = { EVENT_HANDLER: "http://127.0.0.1:9/handler" };
  await world.rest("imbot.register", { ...OWNER, ...handler, CODE: "old", PROPERTIES: { NAME: "Old bot" } });
  const call = async (method: string, params: object): Promise<unknown> => {
    const { body } = await world.rest(method, { ...OWNER, ...params });
    return body["error"] ?? body["result"];
  };
  const add = (params: object): Promise<unknown> =>
    call("imbot.message.add", { DIALOG_ID: PEOPLE.employee, MESSAGE: "Well?", ...params });
  return { world, call, add };
}

test("a message is changed piece by piece, and an empty text deletes it", async () => {
  const { world, call, add } = await setup();
  const KEYBOARD = [{ TEXT: "Yes", ACTION: "SEND", ACTION_VALUE: "yes" }];
  const MESSAGE_ID = Number(await add({ KEYBOARD, MENU: [{ TEXT: "Site", LINK: "https://example.com" }] }));
  const stored = (): object => world.portal.state.messages.get(MESSAGE_ID) ?? {};

  await call("imbot.message.update", { MESSAGE_ID, MESSAGE: " Sure? " });
  expect(stored()).toMatchObject({ text: "Sure?", keyboard: KEYBOARD });
  await call("imbot.message.update", { MESSAGE_ID, KEYBOARD: "N", MENU: "N" });
  expect(stored()).toMatchObject({ text: "Sure?", keyboard: [], menu: [] });
  await call("imbot.message.update", { MESSAGE_ID, MESSAGE: "" });
  expect(stored()).toMatchObject({ isDeleted: true });
});

test("after three days a message stays as it is", async () => {
  const { world, call, add } = await setup();
  const MESSAGE_ID = await add({});

  world.pass(FOUR_DAYS_S);

  expect(await call("imbot.message.update", { MESSAGE_ID, MESSAGE: "Late" })).toBe("CANT_EDIT_MESSAGE");
  expect(await call("imbot.message.delete", { MESSAGE_ID })).toBe("CANT_EDIT_MESSAGE");
});

test("a like is given and taken, and a call that changes nothing says so", async () => {
  const { call, add } = await setup();
  const MESSAGE_ID = await add({});
  const like = (ACTION: string): Promise<unknown> => call("imbot.message.like", { MESSAGE_ID, ACTION });

  expect([await like("plus"), await like("plus"), await like("auto"), await like("minus")]).toEqual([
    true,
    "WITHOUT_CHANGES",
    true,
    "WITHOUT_CHANGES",
  ]);
});

test("attach, keyboard and menu are refused each by its own name", async () => {
  const { add } = await setup();
  const long = "x".repeat(31_000);

  expect(await add({ KEYBOARD: [[{ TEXT: "Row", LINK: "/a" }]] })).toBe("KEYBOARD_ERROR");
  expect(await add({ MENU: [{ TEXT: long, LINK: "/a" }] })).toBe("MENU_OVERSIZE");
  expect(await add({ ATTACH: [{ TITLE: "No block" }] })).toBe("ATTACH_ERROR");
  expect(await add({ ATTACH: [{ MESSAGE: long }] })).toBe("ATTACH_OVERSIZE");
});

test.each(["u3", "0x3", " 3", "3.0", "+3", "5", "chat1x"])(
  "a bot writes to people and chats, and %j is neither",
  async (DIALOG_ID) => {
    const { add } = await setup();

    expect(await add({ DIALOG_ID })).toBe("ACCESS_ERROR");
  },
);

test("a system message between two people is not for clients", async () => {
  const { add } = await setup();

  expect(await add({ FROM_USER_ID: PEOPLE.operator, TO_USER_ID: PEOPLE.employee })).toBeTypeOf("number");
  expect(await add({ FROM_USER_ID: PEOPLE.client, TO_USER_ID: PEOPLE.otherClient })).toBe("ACCESS_ERROR");
});
