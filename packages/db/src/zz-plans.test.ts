import { sql } from "drizzle-orm";
import { test } from "vitest";
import { newId } from "@botdeck/core/ids";
import { createWorld } from "./testing/world.ts";
import { createDesk, LEAD } from "./testing/desk.ts";
import { connect } from "./client.ts";
import { messageEvent } from "./testing/events.ts";
import { keepEvents } from "./stores/inbox.ts";
import { claimEvents } from "./stores/claim-events.ts";
import { claimEffects, markAbandoned } from "./stores/claim-effects.ts";
import { failEvent, finishEvents, holdEvent, reapEvents, releaseEvents } from "./stores/settle-event.ts";
import { settleEffect } from "./stores/settle-effect.ts";
import { putEffects, hasEffect, attributedMessageIds, cancelReplies } from "./stores/outbox.ts";
import { planReplay } from "./stores/dead-letter/plan-replay.ts";
import { listDeadLetters } from "./stores/dead-letter/list-dead-letters.ts";
import { countCauses } from "./stores/dead-letter/count-causes.ts";
import { discardLetters, restoreLetters } from "./stores/dead-letter/discard-letters.ts";
import { ALL_DEAD } from "./stores/dead-letter/dead-letter.ts";
import { systemStatus } from "./stores/system-status.ts";
import { retain } from "./stores/retention/retain.ts";
import { RETENTION_DAYS } from "./stores/retention/retention-days.ts";
import { addMessages } from "./stores/conversations.ts";

test("plans", async () => {
  const world = await createWorld({ max: 2 });
  const desk = await createDesk(world);
  await world.db.execute(sql`insert into inbox_event (id, dedupe_key, portal_id, bot_id, lane, kind, body, status, settled_at)
    select gen_random_uuid(), 'k' || n, ${desk.portalId}::uuid, ${desk.botId}::uuid, 'l' || n % 3000, 'message.added', '{}', case when n % 500 = 0 then 'dead' else 'done' end, now() from generate_series(1, 40000) n`);
  await world.db.execute(sql`insert into outbox_effect (id, key, portal_id, bot_id, lane, kind, body, policy, status, settled_at)
    select gen_random_uuid(), 'k' || n, ${desk.portalId}::uuid, ${desk.botId}::uuid, 'l' || n % 3000, 'chat.send', '{}', 'ask', case when n % 500 = 0 then 'dead' else 'sent' end, now() from generate_series(1, 40000) n`);
  const talk = await desk.addConversation();
  await world.db.execute(sql`insert into message (id, conversation_id, author, author_name, text) select gen_random_uuid(), ${talk.id}::uuid, 'client', 'x', 'y' from generate_series(1, 5000)`);
  await world.db.execute(sql`analyze`);
  const h = connect(world.url + (process.env.FORCE ? "" : ""), { max: 1 });
  const db = h.db;
  if (process.env.FORCE) await db.execute(sql`set plan_cache_mode = force_generic_plan`);
  const ms: Record<string, number[]> = {};
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => { const t = performance.now(); const r = await work(); (ms[name] ??= []).push(performance.now() - t); return r; };
  for (let i = 0; i < 40; i++) {
    const { event } = messageEvent("x");
    const mk = (d: string) => ({ dedupeKey: newId(), event: { ...event, portalId: desk.portalId, botId: desk.botId, dialog: { ...event.dialog, id: d } } });
    await timed("keepEvents", () => keepEvents(db, [mk("a" + i), mk("b" + i), mk("c" + i), mk("d" + i)] as never, { source: "webhook" }));
    const { events } = await timed("claimEvents", () => claimEvents(db, { limit: 4, takesSuspect: true }));
    for (const [n, e] of events.entries()) {
      if (n === 0) await failEvent(db, e, { error: "x", retryInMs: null });
      else if (n === 1) await releaseEvents(db, [e]);
      else await db.transaction(async (tx) => {
        await timed("hold", () => holdEvent(tx, e));
        await addMessages(tx, talk.id, [{ author: "client", authorName: "x", text: "y", authorId: "5" } as never]);
        await timed("putEffects", () => putEffects(tx, [{ key: newId(), portalId: desk.portalId, botId: desk.botId, conversationId: talk.id, lane: e.lane, effect: { kind: "chat.send", dialogId: "x", text: "y" } }], n === 2 ? ["chat.send"] : []));
        await timed("finish", () => finishEvents(tx, [e]));
      });
    }
    const { effects } = await timed("claimEffects", () => claimEffects(db, { kinds: ["chat.send", "task.create", "workflow.start"], limit: 8 }));
    for (const e of effects) await timed("settle", () => settleEffect(db, e, { kind: "sent", externalId: "1", via: "answer" }));
    await reapEvents(db, { deaths: 3, spreadMs: 10 }); await markAbandoned(db);
    await hasEffect(db, "x"); await attributedMessageIds(db, talk.id); await cancelReplies(db, talk.id); await systemStatus(db);
    if (i < 12) {
      const dead = await listDeadLetters(db, ALL_DEAD, { order: "newest", after: null, limit: 5 });
      await countCauses(db, ALL_DEAD);
      await planReplay(db, dead.rows.map((r) => r.id));
      const ids = dead.rows.slice(0, 1).map((r) => r.id);
      await discardLetters(db, { ids, reason: "xxx", actor: LEAD }); await restoreLetters(db, { ids, actor: LEAD });
      for await (const _ of retain(db, { days: RETENTION_DAYS, now: new Date() })) { /* */ }
    }
  }
  const list = await db.execute<{ name: string; statement: string; n: number; generic_plans: string; custom_plans: string }>(sql`select name, statement, cardinality(parameter_types) as n, generic_plans, custom_plans from pg_prepared_statements`);
  for (const [name, all] of Object.entries(ms)) { const s = all.slice(10).sort((a, b) => a - b); console.log(name.padEnd(14), "median ms", s[s.length >> 1]?.toFixed(2), "n", s.length); }
  await db.execute(sql`set plan_cache_mode = force_generic_plan`);
  for (const { name, statement, n, generic_plans, custom_plans } of list) {
    if (!/^\s*(select|insert|update|delete|with)/i.test(statement)) continue;
    const args = n > 0 ? `(${Array(n).fill("null").join(",")})` : "";
    const plan = await h.sql.unsafe(`explain execute "${name}"${args}`).catch((e: unknown) => [{ "QUERY PLAN": "ERR " + String(e) }]);
    const text = (plan as unknown as { "QUERY PLAN": string }[]).map((r) => r["QUERY PLAN"]).join("\n");
    const scans = [...text.matchAll(/Seq Scan on \S+.*|ERR.*/g)].map((m) => m[0].slice(0, 80));
    console.log(`g${generic_plans}/c${custom_plans} p${n} ${statement.replace(/\s+/g, " ").slice(0, 90)}${scans.length > 0 ? "\n      !! " + scans.join("\n      !! ") : ""}`);
  }
  await h.close(); await world.close();
}, 120_000);
