import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createWorld } from "./testing/world.ts";
import { connect } from "./client.ts";

test("gap", async () => {
  const world = await createWorld({ max: 4 });
  let replaced = 0;
  const uncaught: string[] = [];
  process.on("uncaughtException", (e) => uncaught.push(String(e)));
  process.on("unhandledRejection", (e) => uncaught.push("rej " + String(e)));
  const handle = connect(world.url, { max: 2, applicationName: "victim", onReplaced: () => replaced++ });
  const how: Record<string, number> = {};
  const slow: number[] = [];
  for (let i = 0; i < 300; i++) {
    const at = performance.now();
    try {
      await handle.db.transaction(async (tx) => {
        const [{ pid }] = (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as [{ pid: number }];
        const killed = world.db.execute(sql`select pg_terminate_backend(${pid}::int)`);
        const turns = i % 100;
        for (let t = 0; t < turns; t++) await new Promise((r) => setImmediate(r));
        await tx.execute(sql`select 2`);
        await killed;
      });
      how.ok = (how.ok ?? 0) + 1;
    } catch (e) { const k = String((e as {cause?: {code?: string}}).cause?.code ?? (e as {code?: string}).code ?? e).slice(0, 90); how[k] = (how[k] ?? 0) + 1; }
    const took = performance.now() - at;
    if (took > 500) slow.push(Math.round(took));
  }
  console.log({ how, replaced, slow, uncaught });
  await handle.close(); await world.close();
  expect(1).toBe(1);
}, 120_000);
