import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";

import { keptFile, schedule } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { daysAgo, idOf, runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

async function keep(conversationId: string, sourceFileId: string, days: number): Promise<void> {
  const content = Buffer.from("a;b");
  const file = { name: "sales.csv", contentType: "text/csv", sizeBytes: 3, sha256: content, content };
  const ids = { id: idOf(daysAgo(days)), portalId: desk.portalId, botId: desk.botId, conversationId };
  await world.db.insert(keptFile).values({ ...ids, sourceFileId, ...file });
}

test("a report's table goes after a day, a client's file stays with its conversation, and a stopped schedule goes later", async () => {
  const { id } = await desk.addConversation({ id: idOf(daysAgo(20)), lastMessageAt: daysAgo(1), dialogId: newId() });
  await keep(id, "report:12:step:csv", 2);
  await keep(id, "report:12:other:csv", 0.5);
  await keep(id, "4711", 20);
  for (const state of ["active", "stopped"] as const) {
    await world.db.insert(schedule).values({
      id: idOf(daysAgo(200)),
      portalId: desk.portalId,
      botId: desk.botId,
      dialogId: "12",
      dialogType: "private",
      ownerId: "12",
      ownerName: "Anna",
      language: "en",
      name: "report",
      input: {},
      recurrence: { every: "week", day: 1, at: "09:00" },
      timeZone: "UTC",
      nextAt: daysAgo(-1),
      state,
    });
  }
  const { total } = await runRetention(world);
  expect(total).toEqual({ "files of reports": 1, "stopped schedules": 1 });
  const files = await world.db.select({ source: keptFile.sourceFileId }).from(keptFile);
  expect(files.map(({ source }) => source).toSorted()).toEqual(["4711", "report:12:other:csv"]);
  const schedules = await world.db.select({ state: schedule.state }).from(schedule);
  expect(schedules).toEqual([{ state: "active" }]);
});
