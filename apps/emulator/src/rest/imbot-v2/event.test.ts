import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

test("an offset acknowledges and removes, no offset changes nothing", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const fetchEvents = async (params: object = {}): Promise<Json> =>
    (await bot.call("imbot.v2.Event.get", params)).body["result"];
  const idsOf = (result: Json): number[] => result["events"].map(({ eventId }: { eventId: number }) => eventId);

  expect(await fetchEvents()).toEqual({ events: [], nextOffset: 0, hasMore: false });
  await clientWrites(world, PEOPLE.client, "one");
  await clientWrites(world, PEOPLE.client, "two");

  expect(idsOf(await fetchEvents())).toEqual([1, 2, 3]);
  const first = await fetchEvents({ limit: 2 });
  expect([idsOf(first), first["nextOffset"], first["hasMore"]]).toEqual([[1, 2], 3, true]);
  const second = await fetchEvents({ offset: 3 });
  expect([idsOf(second), second["nextOffset"], second["hasMore"]]).toEqual([[3], 4, false]);
  expect(idsOf(await fetchEvents())).toEqual([3]);
  expect(await fetchEvents({ offset: 4 })).toEqual({ events: [], nextOffset: 4, hasMore: false });
  expect(idsOf(await fetchEvents())).toEqual([]);
});

test("a fetched event has JSON types, the whole bot and no tokens", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.otherClient, "Привет");

  const [joined, written] = await bot.events();

  expect(joined).toMatchObject({ type: "ONIMBOTV2JOINCHAT", data: { dialogId: dialog["id"], user: { id: 6 } } });
  expect(written).toMatchObject({
    type: "ONIMBOTV2MESSAGEADD",
    date: "2026-05-14T10:26:32+00:00",
    data: {
      bot: { id: bot.id, code: "bot1", eventMode: "fetch", type: "openline" },
      message: { id: 1, chatId: 1, authorId: 6, text: "Привет", isSystem: false, forward: null },
      chat: { id: 1, dialogId: "chat1", entityType: "LINES", entityId: "livechat|1|1|6" },
      user: { id: 6, connector: true, bot: false },
      language: "ru",
    },
  });
  expect(JSON.stringify(written)).not.toContain('auth"');
});

test("a person's own events come along, counted together with the bot's, once they have subscribed", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "supervisor" });
  const ask = async (params: object = {}): Promise<Json> =>
    (await bot.call("imbot.v2.Event.get", { withUserEvents: true, ...params })).body;
  expect((await ask())["error"]).toBe("USER_NOT_SUBSCRIBED");
  await world.rest("im.v2.Event.subscribe");
  const members = { title: "Team", memberIds: [String(bot.id), PEOPLE.manager] };
  const group = await world.control("POST", "/dialogs", { as: PEOPLE.employee, ...members });
  await world.control("POST", `/dialogs/${group.id}/messages`, { as: PEOPLE.employee, text: "Lunch?" });

  const { events, nextOffset } = (await ask())["result"];
  const types = events.map(({ type }: Json) => type);
  expect(types).toEqual(expect.arrayContaining(["ONIMBOTV2MESSAGEADD", "ONIMV2MESSAGEADD"]));
  expect((await ask({ offset: nextOffset }))["result"].events).toEqual([]);
});
