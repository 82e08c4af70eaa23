import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createWorld } from "./testing/world.ts";
import { connect } from "./client.ts";

test("stress", async () => {
  const world = await createWorld({ max: 4 });
  let replaced = 0;
  const handle = connect(world.url, { max: 10, applicationName: "victim", onReplaced: () => replaced++ });
  const until = performance.now() + 25000;
  const slow: [string, number, string][] = [];
  let ok = 0, failed = 0;
  const one = async (kind: string) => {
    while (performance.now() < until) {
      const at = performance.now();
      let how = "ok";
      try {
        if (kind === "tx") await handle.db.transaction(async (tx) => { await tx.execute(sql`select ${1}::int`); await tx.execute(sql`select pg_sleep(0.002)`); await Promise.all([tx.execute(sql`select ${2}::int`), tx.execute(sql`select ${3}::int`)]); });
        else await handle.db.execute(sql`select ${1}::int as one`);
        ok++;
      } catch (e) { failed++; how = String((e as {cause?: unknown}).cause ?? e).slice(0, 90); }
      const took = performance.now() - at;
      if (took > 1500) slow.push([kind, Math.round(took), how]);
      await new Promise((r) => setTimeout(r, Math.random() * 5));
    }
  };
  const all = [...Array.from({ length: 20 }, () => one("tx")), ...Array.from({ length: 40 }, () => one("q"))];
  for (let i = 0; i < 180; i++) {
    await new Promise((r) => setTimeout(r, 100));
    await world.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim' and random() < 0.7`);
  }
  await Promise.all(all);
  console.log({ ok, failed, replaced, slow });
  await handle.close(); await world.close();
  expect(1).toBe(1);
}, 120_000);
