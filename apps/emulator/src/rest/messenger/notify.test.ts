import { expect, test } from "vitest";

import { notifyPerson } from "../../chat/notifications.ts";
import { personDoor } from "../../testing/people-doors.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

async function setup() {
  const world = await startTestPortal();
  const [manager, employee] = [await personDoor(world, PEOPLE.manager), await personDoor(world, PEOPLE.employee)];
  const bell = async (params: object = {}): Promise<Json> => (await employee("im.notify.get", params))["result"];
  const texts = async (): Promise<string[]> => (await bell())["notifications"].map(({ text }: Json) => text);
  return { world, manager, employee, bell, texts };
}

const TO = { USER_ID: PEOPLE.employee };

test("a notification takes the place of an earlier one with the same tag", async () => {
  const { manager, texts } = await setup();
  await manager("im.notify.system.add", { ...TO, MESSAGE: "offer sent", TAG: "DEAL|1" });
  await manager("im.notify.personal.add", { ...TO, MESSAGE: "another deal", TAG: "DEAL|2" });
  await manager("im.notify.system.add", { ...TO, MESSAGE: "deal won", TAG: "DEAL|1" });

  expect(await texts()).toEqual(["deal won", "another deal"]);

  await manager("im.notify.delete", { TAG: "DEAL|1" });
  expect(await texts()).toEqual(["another deal"]);
});

test("the bell counts what is unread, and reading takes one, a list, or everything from one on", async () => {
  const { manager, employee, bell } = await setup();
  const send = async (): Promise<number> => (await manager("im.notify", { ...TO, MESSAGE: "news" }))["result"];
  const [first, second, third] = [await send(), await send(), await send()];
  const unread = async (): Promise<number> => (await bell())["total_unread_count"];

  expect([await unread(), (await employee("im.counters.get"))["result"].TYPE.NOTIFY]).toEqual([3, 3]);
  await employee("im.notify.read", { ID: second, ONLY_CURRENT: "Y" });
  expect(await unread()).toBe(2);
  await employee("im.notify.read", { ID: second, ACTION: "N" });
  expect(await unread()).toBe(3);
  await employee("im.notify.read.list", { IDS: [first, third] });
  expect(await unread()).toBe(1);
  await employee("im.notify.read.all");
  expect(await unread()).toBe(0);
});

test("pages of the bell begin with what asks for a choice, and a choice is made once", async () => {
  const { world, manager, employee, bell, texts } = await setup();
  const buttons = [{ title: "Accept", value: "Y" }];
  const asked = notifyPerson(world.portal, { userId: 3, authorId: 1, kind: "confirm", text: "Join?", buttons });
  for (const MESSAGE of ["one", "two", "three"]) await manager("im.notify", { ...TO, MESSAGE });

  expect(await texts()).toEqual(["Join?", "three", "two", "one"]);
  const page = (await bell({ LIMIT: 2 }))["notifications"];
  expect(page[0]).toMatchObject({ notify_type: 1, params: { BUTTONS: [{ TITLE: "Accept", VALUE: "Y" }] } });
  const next = await bell({ LIMIT: 2, LAST_ID: page[1].id, LAST_TYPE: 3 });
  expect(next["notifications"].map(({ text }: Json) => text)).toEqual(["two", "one"]);

  const confirm = () => employee("im.notify.confirm", { NOTIFY_ID: asked.id, NOTIFY_VALUE: "Y" });
  expect((await confirm())["result"]).toEqual({ result_message: ["Accept"] });
  expect((await confirm())["error"]).toBe("NOTIFY_ID_ERROR");
});

test("the page shows a person's bell as it changes, and answers from there", async () => {
  const { world, manager } = await setup();
  const seen: unknown[] = [];
  world.portal.live.subscribe((change) => seen.push(change.type));
  const id = String((await manager("im.notify", { ...TO, MESSAGE: "news" }))["result"]);

  const own = await world.control("GET", `/notifications?as=${PEOPLE.employee}`);
  await world.control("POST", "/notifications/read", { as: PEOPLE.employee, isRead: true });
  await manager("im.notify", { ...TO, MESSAGE: "newer", TAG: "x" });
  await manager("im.notify.delete", { TAG: "x" });

  expect(own).toMatchObject([{ id, personId: PEOPLE.employee, text: "news", isRead: false }]);
  expect(await world.control("GET", `/notifications?as=${PEOPLE.manager}`)).toEqual([]);
  expect(seen).toEqual(["notification", "notification", "notification", "notification.removed"]);
});

test("a client of the open line gets no notification", async () => {
  const { manager } = await setup();

  expect((await manager("im.notify", { USER_ID: PEOPLE.client, MESSAGE: "news" }))["result"]).toBe(false);
  expect((await manager("im.notify", { MESSAGE: "news" }))["error"]).toBe("USER_ID_EMPTY");
});
