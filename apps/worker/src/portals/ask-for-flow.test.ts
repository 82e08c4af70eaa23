import { officeBot } from "@botdeck/bots";
import { releaseParked } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { askForFlow } from "./ask-for-flow.ts";

let world: World;
beforeAll(async () => void (world = await createWorld(officeBot)));
afterAll(() => world.close());

test("a workflow's person is asked in private and in their language, once however often the activity runs, and the workflow is told", async () => {
  const permissionLink = async () => "https://portal.example/oauth/authorize/?state=s";
  const lacking = {
    portalId: world.portal.id,
    botId: world.bot.id,
    userId: "27",
    language: "ru" as const,
    workflowId: "vacation:1",
    step: "mark:1",
  };
  await Promise.all([1, 2, 3].map(() => askForFlow(lacking, { db: world.db, permissionLink })));

  expect((await world.effects()).map(({ body }) => body)).toMatchObject([
    { dialogId: "27", text: expect.stringMatching(/разрешение/), buttons: [[{ kind: "link", text: "Дать доступ" }]] },
  ]);

  await world.db.transaction((tx) => releaseParked(tx, world.portal.id, "27"));
  expect((await world.effects()).at(-1)?.body).toEqual({
    kind: "workflow.signal",
    workflowId: "vacation:1",
    signal: "granted",
    payload: { userId: "27" },
  });
});

test("the link, which takes a connection of its own, is made while no other one is held", async () => {
  const held: unknown[] = [];
  const permissionLink = async () => {
    const state = sql`select pid from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`;
    held.push(...(await world.db.execute(state)));
    return "https://portal.example/oauth/authorize/?state=s";
  };
  const lacking = {
    portalId: world.portal.id,
    botId: world.bot.id,
    userId: "29",
    language: "en" as const,
    workflowId: "vacation:3",
    step: "mark:1",
  };
  await askForFlow(lacking, { db: world.db, permissionLink });
  expect(held).toEqual([]);
});

test("where nobody can give one, it is said and nothing waits", async () => {
  const before = (await world.effects()).length;
  const lacking = {
    portalId: world.portal.id,
    botId: world.bot.id,
    userId: "28",
    language: "en" as const,
    workflowId: "vacation:2",
    step: "mark:1",
  };
  const asked = askForFlow(lacking, { db: world.db, permissionLink: async () => null });
  await expect(asked).rejects.toMatchObject({ code: "unsupported" });
  await world.db.transaction((tx) => releaseParked(tx, world.portal.id, "28"));
  expect(await world.effects()).toHaveLength(before);
});
