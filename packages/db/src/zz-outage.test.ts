import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { expect, test } from "vitest";
import { startPostgres } from "../../local-stack/src/index.ts";
import { connect } from "./client.ts";
import { announce, listen } from "./channel.ts";
import { sql } from "drizzle-orm";
import { setTimeout as delay } from "node:timers/promises";

test("listener survives an outage", async () => {
  const dir = mkdtempSync("/tmp/zz-outage-"); chmodSync(dir, 0o755);
  let server = await startPostgres({ dataDir: `${dir}/data`, durable: false });
  const port = server.port;
  const handle = connect(server.url("postgres"), { max: 3 });
  const heard: unknown[] = []; let ready = 0;
  await listen(handle, "botdeck_live", (p) => heard.push(p), () => (ready += 1));
  await handle.db.execute(sql`select 1`);
  process.kill(server.pid, "SIGQUIT"); await server.exited;
  for (let i = 0; i < 10; i++) { await handle.db.execute(sql`select 1`).catch((e: Error) => console.log(i, (e.cause as Error)?.message)); await delay(400); }
  server = await startPostgres({ dataDir: `${dir}/data`, durable: false, port });
  console.log("port", port, server.port); const t0 = Date.now();
  for (let i = 0; i < 30; i++) { const ok = await handle.db.execute(sql`select 1`).then(() => true, (e) => String(e.cause?.message)); if (ok === true) { console.log("query ok after", Date.now() - t0); break; } console.log(ok); await delay(100); }
  for (let i = 0; i < 100 && ready < 2; i++) await delay(100);
  console.log("ready", ready, "after", Date.now() - t0);
  await announce(handle.db, "botdeck_live", ["x"]); await delay(300);
  console.log("heard", heard);
  await handle.close(); await server.stop(); rmSync(dir, { recursive: true, force: true });
  expect(ready).toBeGreaterThan(1);
}, 60000);
