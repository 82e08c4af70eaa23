import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { v2Message } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.newBot(await world.newPortal("mine"), "456");
  await post("first");
});
afterEach(() => world.close());

const post = async (messageId: string) =>
  (await world.post("/bitrix/events", v2Message("mine", { messageId }))).statusCode;
const health = () => world.app.inject("/health");

test("a gateway whose database is away and whose disk takes nothing is not healthy until its disk takes something", async () => {
  const slot = join(world.folder, "spool", "0");
  // Unlike the rights of a folder, this stops root too.
  await rm(slot, { recursive: true });
  world.gateway.start();
  await expect.poll(() => world.log.some((line) => line.includes("the spool takes nothing"))).toBe(true);
  expect((await health()).statusCode).toBe(200);

  world.loseDatabase();
  expect(await post("second")).toBe(503);
  const refusing = await health();
  expect(refusing.statusCode).toBe(503);
  expect(refusing.json()).toMatchObject({
    ok: false,
    spool: { isFull: false, problem: expect.stringContaining("ENOENT") },
  });
  expect(refusing.body).not.toContain(world.folder);

  await mkdir(slot);
  await expect.poll(async () => (await health()).statusCode, { timeout: 15_000, interval: 50 }).toBe(200);
  expect(await post("second")).toBe(200);
  expect((await health()).json()).toMatchObject({ database: false, spool: { records: 1, problem: null } });
});
