import { setTimeout as pause } from "node:timers/promises";

import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { type Connection, openConnection } from "../load/connection.ts";
import { dialogIdOf, postOf, templateOf } from "../load/message-event.ts";
import { senderOf } from "../load/sender.ts";
import { percentile } from "../statistics.ts";
import { type RoundTripOutcome, RoundTripTask } from "./round-trip-task.ts";
import { startStubPortal } from "./stub-portal.ts";

const CONNECTIONS = 64;
const LAST_REPLY_MS = 60_000;
/** The bot answers it with one message, whatever was said before. */
const TEXT = "hello";

async function run(task: RoundTripTask): Promise<RoundTripOutcome> {
  const templates = Array.from({ length: task.portals }, (_, index) =>
    templateOf(senderOf(index), { path: "/bitrix/events", text: TEXT }),
  );
  /** When the events of a dialog that wait for a reply were due, oldest first. */
  const waiting = new Map<number, number[]>();
  const times: number[] = [];
  const due: { number: number; dueAt: number }[] = [];
  let [number, accepted, refused, replies, repliesMeasured] = [task.firstNumber, 0, 0, 0, 0];

  const measuredFrom = performance.now() + task.warmUpMs;
  const endsAt = measuredFrom + task.measureMs;
  const portal = await startStubPortal(task.portalPort, (dialog) => {
    const now = performance.now();
    const dueAt = waiting.get(dialog)?.shift();
    replies += 1;
    if (now >= measuredFrom && now < endsAt) {
      repliesMeasured += 1;
      if (dueAt !== undefined) times.push(now - dueAt);
    }
    if (task.offer.kind === "unanswered" && now < endsAt) offer(now);
  });

  const free = Array.from({ length: CONNECTIONS }, () => openConnection(task.gatewayPort));
  const connections: Connection[] = [...free];
  function sendDue(): void {
    while (due.length > 0 && free.length > 0) {
      const connection = free.pop() as Connection; // safe: there is one
      const event = due.shift() as (typeof due)[number]; // safe: there is one
      const template = templates[event.number % templates.length] as (typeof templates)[number]; // safe: there is one
      const dialog = event.number % task.dialogs;
      const dialogId = dialogIdOf(dialog);
      waiting.set(dialogId, [...(waiting.get(dialogId) ?? []), event.dueAt]);
      connection.send(postOf(template, event.number, dialog), (status) => {
        if (status === 200) accepted += 1;
        else refused += 1;
        free.push(connection);
        sendDue();
      });
    }
  }
  function offer(dueAt: number): void {
    due.push({ number: number++, dueAt });
    sendDue();
  }

  let cpuAtStart = process.cpuUsage();
  setTimeout(() => (cpuAtStart = process.cpuUsage()), task.warmUpMs);
  if (task.offer.kind === "unanswered") {
    for (let count = 0; count < task.offer.count; count++) offer(performance.now());
    await pause(endsAt - performance.now());
  } else {
    const everyMs = 1_000 / task.offer.perSecond;
    for (let nextAt = performance.now(); nextAt < endsAt;) {
      for (const now = performance.now(); nextAt <= now && nextAt < endsAt; nextAt += everyMs) offer(nextAt);
      await pause(Math.max(0, nextAt - performance.now()));
    }
  }
  const { user, system } = process.cpuUsage(cpuAtStart);
  await waitUntil(() => Promise.resolve(due.length === 0 && replies >= accepted && free.length === CONNECTIONS), {
    timeoutMs: LAST_REPLY_MS,
    everyMs: 20,
  });
  for (const connection of connections) connection.close();
  portal.closeAllConnections();
  portal.close();
  return {
    accepted,
    refused,
    replies,
    nextNumber: number,
    repliesPerSecond: (repliesMeasured / task.measureMs) * 1_000,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    cpuS: (user + system) / 1e6,
  };
}

// Run as a program: the portal's side, so that one clock times both ends of the way.
const task = RoundTripTask.parse(JSON.parse(z.string().parse(process.argv[2])));
process.stdout.write(`${JSON.stringify(await run(task))}\n`);
process.exit();
