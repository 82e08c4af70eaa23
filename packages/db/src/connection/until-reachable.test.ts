import { afterAll, beforeAll, expect, test } from "vitest";

import { connect } from "../client.ts";
import { createFaultyProxy } from "../testing/faulty-proxy.ts";
import { createWorld, type World } from "../testing/world.ts";
import { untilReachable } from "./until-reachable.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("a part that starts before its database waits for it, and says so once", async () => {
  const proxy = await createFaultyProxy(world.url);
  proxy.set("refuse");
  const handle = connect(proxy.url, { max: 1 });
  const away: unknown[] = [];
  const started = untilReachable(handle, (error) => away.push(error));
  await expect.poll(() => away.length).toBe(1);
  proxy.set("pass");
  await started;
  expect(away).toHaveLength(1);
  await handle.close();
  await proxy.close();
});

test("a database that does not exist is not waited for", async () => {
  const url = new URL(world.url);
  url.pathname = "/no_such_database";
  const handle = connect(url.href, { max: 1 });
  const away: unknown[] = [];
  await expect(untilReachable(handle, (error) => away.push(error))).rejects.toMatchObject({ cause: { code: "3D000" } });
  expect(away).toEqual([]);
  await handle.close();
});
