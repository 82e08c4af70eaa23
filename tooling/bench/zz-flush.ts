import { connect } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { newId } from "@botdeck/core/ids";
import { openStage } from "./stage.ts";
import { executePrepared } from "../../packages/db/src/execute-prepared.ts";
import { givenRows } from "../../packages/db/src/given-rows.ts";
const stage = await openStage();
try {
  const h = connect(stage.databaseUrl, { max: 1 });
  const body = JSON.stringify({
    kind: "message.added",
    portalId: newId(),
    botId: newId(),
    dialog: { id: "chat5", chatId: "5", type: "group", title: 'Anna "x"', entityId: null },
    person: { id: "41", name: "Анна Смирнова", kind: "client" },
    language: "en",
    occurredAt: "2026-11-21T07:30:00.000Z",
    message: { id: "123", text: "Hello", files: [] },
  });
  let n = 0;
  const stmt = (count: number) => {
    const rows = Array.from({ length: count }, () => ({ k: `k${n++}` }));
    const pid = newId();
    const given = givenRows(rows, {
      id: ["uuid", () => newId()],
      dedupe_key: ["text", (r) => r.k],
      portal_id: ["uuid", () => pid],
      bot_id: ["uuid", () => pid],
      lane: ["text", () => "l" + (n % 500)],
      kind: ["text", () => "m"],
      body: ["jsonb", () => body],
    });
    return sql`insert into inbox_event (id, dedupe_key, portal_id, bot_id, lane, kind, body, source, outage_id)
    select id, dedupe_key, portal_id, bot_id, lane, kind, body, ${"webhook"}, ${null}::uuid from ${given} order by place on conflict (dedupe_key) do nothing returning dedupe_key`;
  };
  for (const size of [1, 16, 64])
    for (let r = 0; r < 3; r++) {
      for (const [name, run] of [
        ["plain", (q: never) => h.db.execute(q)],
        ["prepared", (q: never) => executePrepared(h.db, q)],
      ] as const) {
        const t0 = performance.now(),
          c0 = process.cpuUsage();
        let k = 0;
        while (performance.now() - t0 < 1500) {
          await run(stmt(size) as never);
          k++;
        }
        const c = process.cpuUsage(c0);
        console.log(
          size,
          name,
          ((performance.now() - t0) / k).toFixed(3),
          "ms/flush",
          ((c.user + c.system) / k / size).toFixed(1),
          "us cpu/row",
        );
      }
    }
  await h.close();
} finally {
  await stage.close();
}
