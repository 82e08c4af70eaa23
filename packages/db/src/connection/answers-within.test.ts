import { createTestDatabase } from "@botdeck/testing/database";
import { expect, test } from "vitest";

import { connect } from "../client.ts";
import { createFaultyProxy } from "../testing/faulty-proxy.ts";
import { answersWithin } from "./answers-within.ts";

test("a database that falls silent is said not to answer when the time is over", async () => {
  const database = await createTestDatabase();
  const proxy = await createFaultyProxy(database.url);
  const handle = connect(proxy.url, { max: 1 });
  try {
    expect(await answersWithin(handle, 5_000)).toBe(true);
    proxy.set("mute");
    const startedAt = performance.now();
    expect(await answersWithin(handle, 200)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  } finally {
    proxy.set("pass");
    proxy.cut();
    await handle.close();
    await proxy.close();
    await database.drop();
  }
});
