import { expect, test } from "vitest";

import { personDoor } from "../../testing/people-doors.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

async function setup() {
  const world = await startTestPortal();
  const [manager, employee] = [await personDoor(world, PEOPLE.manager), await personDoor(world, PEOPLE.employee)];
  await employee("im.v2.Event.subscribe");
  const fetched = async (offset?: number): Promise<Json> =>
    (await employee("im.v2.Event.get", offset === undefined ? {} : { offset }))["result"];
  return { world, manager, employee, fetched };
}

test("a subscribed user gets what happens in their chats, until it is acknowledged", async () => {
  const { manager, fetched } = await setup();
  await manager("im.message.add", { DIALOG_ID: PEOPLE.operator, MESSAGE: "not for the employee" });
  const CHAT_ID = (await manager("im.chat.add", { TITLE: "Stock", USERS: [PEOPLE.employee] }))["result"];
  const MESSAGE_ID = (await manager("im.message.add", { DIALOG_ID: `chat${CHAT_ID}`, MESSAGE: "one" }))["result"];
  await manager("im.message.like", { MESSAGE_ID });
  await manager("im.message.update", { MESSAGE_ID, MESSAGE: "two" });
  await manager("im.message.delete", { MESSAGE_ID });

  const first = await fetched();
  const types = (result: Json): string[] => result["events"].map(({ type }: Json) => type);
  expect(types(first)).toEqual([
    "ONIMV2JOINCHAT",
    "ONIMV2MESSAGEADD",
    "ONIMV2REACTIONCHANGE",
    "ONIMV2MESSAGEUPDATE",
    "ONIMV2MESSAGEDELETE",
  ]);
  expect(first["events"][1].data).toMatchObject({ message: { text: "one" }, chat: { dialogId: `chat${CHAT_ID}` } });
  expect(types(await fetched())).toHaveLength(5);
  expect(types(await fetched(first["nextOffset"]))).toEqual([]);
  expect(types(await fetched())).toEqual([]);
});

test("events are kept for a day, and not at all without a subscription", async () => {
  const { world, manager, employee, fetched } = await setup();
  await manager("im.message.add", { DIALOG_ID: PEOPLE.employee, MESSAGE: "one" });
  world.pass(24 * 3600 + 1);
  expect((await fetched())["events"]).toEqual([]);

  await employee("im.v2.Event.unsubscribe");
  await manager("im.message.add", { DIALOG_ID: PEOPLE.employee, MESSAGE: "two" });
  await employee("im.v2.Event.subscribe");
  expect((await fetched())["events"]).toEqual([]);
});

test("a file goes into a dialog as the user's own message, and comes back by a link of that dialog only", async () => {
  const { manager, employee } = await setup();
  const content = Buffer.from("plan").toString("base64");
  const fields = { name: "plan.txt", content, message: "The plan" };
  const { result } = await employee("im.v2.File.upload", { dialogId: PEOPLE.manager, fields });

  const download = (dialogId: string) => manager("im.v2.File.download", { dialogId, fileId: result.file.id });
  const { downloadUrl } = (await download(PEOPLE.employee))["result"];
  expect(await (await fetch(downloadUrl)).text()).toBe("plan");
  expect((await fetch(downloadUrl)).status).toBe(404);
  expect((await download(PEOPLE.operator))["error"]).toBe("FILE_ACCESS_ERROR");
  expect((await download("chat99"))["error"]).toBe("CHAT_NOT_FOUND");
});
