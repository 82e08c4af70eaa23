import { percentile } from "../statistics.ts";
import { type Connection, openConnection } from "./connection.ts";
import { postOf, templateOf } from "./message-event.ts";
import { senderOf } from "./sender.ts";
import type { LoadOutcome, LoadTask } from "./task.ts";

/** A run that does not end by itself is a failure of what is measured, in milliseconds after the last event. */
const LAST_ANSWER_MS = 20_000;

/**
 * Posts events, all different, and times their answers. In an open loop a time begins when the event was due, so that an
 * answer that keeps later events waiting counts for each of them.
 */
export async function runLoad(task: LoadTask): Promise<LoadOutcome> {
  const templates = Array.from({ length: task.portals }, (_, index) => templateOf(senderOf(index), task));
  const connections = Array.from({ length: task.connections }, () => openConnection(task.port));
  const refused: Record<string, number> = {};
  const times: number[] = [];
  const lateness: number[] = [];
  let [accepted, underWay, number] = [0, 0, task.firstNumber];

  const startedAt = performance.now();
  const measuredFrom = startedAt + task.warmUpMs;
  const endsAt = measuredFrom + task.measureMs;

  function send(connection: Connection, dueAt: number, onAnswered: () => void): void {
    const template = templates[number % templates.length] as (typeof templates)[number]; // safe: there is one
    const request = postOf(template, number, number % task.dialogs);
    number += 1;
    underWay += 1;
    connection.send(request, (status) => {
      underWay -= 1;
      const now = performance.now();
      if (status === 200) {
        accepted += 1;
        if (now >= measuredFrom && now < endsAt) times.push(now - dueAt);
      } else {
        const name = status === null ? "lost" : String(status);
        refused[name] = (refused[name] ?? 0) + 1;
      }
      onAnswered();
    });
  }

  let cpuAtStart = process.cpuUsage();
  const warmUp = setTimeout(() => (cpuAtStart = process.cpuUsage()), task.warmUpMs);
  if (task.perSecond === null) await closedLoop(connections, { send, endsAt });
  else await openLoop(connections, { send, startedAt, endsAt, perSecond: task.perSecond, lateness });
  clearTimeout(warmUp);
  const { user, system } = process.cpuUsage(cpuAtStart);

  await settled(() => underWay === 0);
  for (const connection of connections) connection.close();
  if (underWay > 0) refused["lost"] = (refused["lost"] ?? 0) + underWay;
  return {
    accepted,
    refused,
    nextNumber: number,
    perSecond: (times.length / task.measureMs) * 1_000,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    worstMs: percentile(times, 1),
    cpuS: (user + system) / 1e6,
    lateP99Ms: lateness.length === 0 ? 0 : percentile(lateness, 0.99),
  };
}

type Send = (connection: Connection, dueAt: number, onAnswered: () => void) => void;

/** Each connection sends its next event when the last one is answered. */
function closedLoop(connections: readonly Connection[], { send, endsAt }: { send: Send; endsAt: number }) {
  const runs = connections.map(
    (connection) =>
      new Promise<void>((resolve) => {
        const next = () => {
          const now = performance.now();
          if (now >= endsAt) resolve();
          else send(connection, now, next);
        };
        next();
      }),
  );
  return Promise.race([Promise.all(runs), pause(endsAt - performance.now())]);
}

type OpenLoop = { send: Send; startedAt: number; endsAt: number; perSecond: number; lateness: number[] };

/** Events come at even distances, and wait where no connection is free. */
async function openLoop(
  connections: readonly Connection[],
  { send, startedAt, endsAt, perSecond, lateness }: OpenLoop,
) {
  const free = [...connections];
  const due: number[] = [];
  const sendDue = () => {
    while (due.length > 0 && free.length > 0) {
      const connection = free.pop() as Connection; // safe: there is one
      send(connection, due.shift() as number, () => {
        free.push(connection);
        sendDue();
      });
    }
  };
  const everyMs = 1_000 / perSecond;
  let nextAt = startedAt;
  while (nextAt < endsAt) {
    const now = performance.now();
    for (; nextAt <= now && nextAt < endsAt; nextAt += everyMs) {
      lateness.push(now - nextAt);
      due.push(nextAt);
    }
    sendDue();
    await pause(Math.max(0, nextAt - performance.now()));
  }
  // What could not be sent by now is not sent any more: the loop would outlive its time by as much as it was too fast.
  due.length = 0;
}

async function settled(isSettled: () => boolean): Promise<void> {
  const until = performance.now() + LAST_ANSWER_MS;
  while (!isSettled() && performance.now() < until) await pause(10);
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
