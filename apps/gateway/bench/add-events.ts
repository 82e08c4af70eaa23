import { setTimeout as pause } from "node:timers/promises";

import type { BotEvent, KeyedEvent } from "@botdeck/core";
import { connect } from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { z } from "zod";

import { createIntake } from "../src/intake/create-intake.ts";
import { noCounts } from "../src/intake/intake-counts.ts";
import { createKeeper } from "../src/intake/keep-and-tell.ts";

/** Without a spool to go to, a slow commit is waited for. */
const COMMIT_DEADLINE_MS = 10_000;

/** What it adds: events of so many dialogs of these bots, numbered from `firstNumber`. */
const Task = z.object({
  databaseUrl: z.string(),
  bots: z.array(z.object({ portalId: z.string(), botId: z.string() })).nonempty(),
  dialogs: z.number(),
  firstNumber: z.number(),
  /** What no bot wants, or what goes through a bot's conversation and asks for no answer. */
  kind: z.enum(["unwanted", "handled"]),
  single: z.object({ callers: z.number(), forMs: z.number() }).nullable(),
  bulk: z.object({ events: z.number(), size: z.number() }).nullable(),
  spaced: z.object({ events: z.number(), everyMs: z.number() }).nullable(),
});
const task = Task.parse(JSON.parse(z.string().parse(process.argv[2])));

// Run as a program by `pnpm bench queue`: adds to the inbox by the gateway's own intake, without the HTTP around it.
const logger = createLogger({ name: "bench", level: "error" });
const inbox = connect(task.databaseUrl, { max: 3, applicationName: "botdeck-bench-intake" });
const notices = connect(task.databaseUrl, { max: 1, synchronousCommit: false });
const intake = createIntake({
  keepEvents: createKeeper(inbox.db, notices.db, logger),
  keepAppLife: () => Promise.resolve(),
  spool: null,
  ping: () => Promise.resolve(),
  counts: noCounts(),
  logger,
  commitDeadlineMs: COMMIT_DEADLINE_MS,
});
let number = task.firstNumber;

function nextEvent(): KeyedEvent {
  const nth = number++;
  // safe: there is at least one
  const { portalId, botId } = task.bots[nth % task.bots.length] as (typeof task.bots)[number];
  const id = `chat${nth % task.dialogs}`;
  const base = {
    portalId,
    botId,
    dialog: { id, chatId: null, type: "group" as const, title: "", entityId: null },
    person: { id: "7", name: "Bench", kind: "system" as const },
    language: "en",
    occurredAt: new Date().toISOString(),
  };
  const message = { id: String(nth), text: "Nothing to answer", files: [] };
  const event: BotEvent =
    task.kind === "unwanted"
      ? { ...base, kind: "message.deleted", messageId: String(nth) }
      : { ...base, kind: "message.added", message };
  return { dedupeKey: keyOf(nth), event };
}

const keyOf = (nth: number) => `bench:${nth}`;
const keep = (events: readonly KeyedEvent[]) => intake.keep({ events, source: "webhook", bytes: events.length * 500 });

let addPerSecond: number | null = null;
if (task.single !== null) {
  const { callers, forMs } = task.single;
  const [first, until] = [number, performance.now() + forMs];
  const call = async () => {
    while (performance.now() < until) await keep([nextEvent()]);
  };
  await Promise.all(Array.from({ length: callers }, call));
  addPerSecond = ((number - first) / forMs) * 1_000;
}

let bulkPerSecond: number | null = null;
if (task.bulk !== null) {
  const { events, size } = task.bulk;
  const startedAt = performance.now();
  for (let added = 0; added < events; added += size) await keep(Array.from({ length: size }, nextEvent));
  bulkPerSecond = (events / (performance.now() - startedAt)) * 1_000;
}

const added: { key: string; atMs: number }[] = [];
if (task.spaced !== null) {
  for (let left = task.spaced.events; left > 0; left--) {
    added.push({ key: keyOf(number), atMs: performance.timeOrigin + performance.now() });
    await keep([nextEvent()]);
    await pause(task.spaced.everyMs);
  }
}

await intake.close(0);
process.stdout.write(`${JSON.stringify({ addPerSecond, bulkPerSecond, added, nextNumber: number })}\n`);
process.exit();
