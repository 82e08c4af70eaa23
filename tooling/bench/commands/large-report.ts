import { setTimeout as pauseFor } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import { atMost, type Figure } from "../figures.ts";
import type { Stage } from "../stage.ts";
import { median, percentile } from "../statistics.ts";
import { prepareTemporalPart } from "../workflows/temporal-part.ts";
import { askOnce, DEALS_COMMAND } from "./commands.ts";
import { deployTo } from "./deployment.ts";
import { type Office, openOffice } from "./office.ts";

const NAMESPACE = "bench-commands";
const REPORT_TIMEOUT_MS = 300_000;
/** Deals are spread over so many months, and the report is about all of them. */
const MONTHS = 10;
const ADMINISTRATOR = "1";
const MOST_REQUESTS = 60;
const DAY_MS = 86_400_000;
const ASKED_MEANWHILE = 10;
const BETWEEN_MS = 1_000;
const MOST_WAIT_MS = 2_000;

/** A report of all deals of a large portal, for somebody who sees them all: seconds, requests, and changes of its progress. */
export async function measureLargeReport(
  stage: Stage,
  { deals, people, report }: { deals: number; people: number; report: (line: string) => void },
): Promise<Figure[]> {
  const { folder } = stage;
  const temporal = await prepareTemporalPart({ folder, namespace: NAMESPACE, environment: process.env, report });
  await temporal.start();
  const office = await openOffice({ folder, name: "large", people, deals, months: MONTHS });
  const temporalAt = { address: temporal.address, namespace: NAMESPACE };
  const deployment = await deployTo(office, stage, { name: "large", temporalAt });
  try {
    const chat = { office, dialogId: await office.openDialog(ADMINISTRATOR, deployment.reportBotId) };
    const mark = await office.mark();
    const quiet = await awaitReport(chat, deals);
    const { requests, calls } = await office.trafficSince(mark);
    report("the same, while others ask for their deals");
    const [waits] = await Promise.all([askMeanwhile(office, deployment.salesBotId), awaitReport(chat, deals)]);
    return [
      atMost("largeReportDeals", quiet.counted, "deals", null),
      atMost("largeReportSeconds", quiet.tookMs / 1_000, "s", null),
      atMost("largeReportRequests", requests, "requests", MOST_REQUESTS),
      atMost("largeReportCalls", calls, "calls", null),
      atMost("largeReportProgress", quiet.changes, "changes", null),
      atMost("dealsDuringReportP50Ms", median(waits), "ms", null),
      atMost("dealsDuringReportP95Ms", percentile(waits, 0.95), "ms", MOST_WAIT_MS),
    ];
  } finally {
    await deployment.stop();
    await office.stop();
    await temporal.stop();
  }
}

type Chat = { office: Office; dialogId: string };

/** Asks for the report of all deals and waits for it. @throws AppError `unreachable` when it does not come. */
async function awaitReport({ office, dialogId }: Chat, deals: number) {
  const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
  const read = () => office.messages(ADMINISTRATOR, dialogId);
  const before = new Set((await read()).map(({ id }) => id));
  const progress = new Set<string>();
  const askedAt = performance.now();
  await office.write(ADMINISTRATOR, dialogId, `/report ${day(MONTHS * 31)} - ${day(0)}`);
  let said: string[] = [];
  let counted = 0;
  const isThere = async () => {
    said = (await read()).filter(({ id }) => !before.has(id)).map(({ text }) => text);
    for (const text of said) if (/^Reading deals|^Deals are read/.test(text)) progress.add(text);
    counted = Number(/\n([\d,]+) deals?:/.exec(said.join("\n"))?.[1]?.replaceAll(",", "") ?? 0);
    return counted > 0;
  };
  if (await waitUntil(isThere, { timeoutMs: REPORT_TIMEOUT_MS, everyMs: 100 })) {
    return { counted, tookMs: performance.now() - askedAt, changes: progress.size };
  }
  throw new AppError("unreachable", `The report of ${deals} deals did not come:\n${said.join("\n")}`);
}

/** @returns How long each of some sellers waited for their deals, one after another, in milliseconds. */
async function askMeanwhile(office: Office, salesBotId: string): Promise<number[]> {
  const waits: number[] = [];
  for (const personId of office.sellers.slice(0, ASKED_MEANWHILE)) {
    const seat = { personId, dialogId: await office.openDialog(personId, salesBotId) };
    await pauseFor(BETWEEN_MS);
    waits.push((await askOnce(office, seat, DEALS_COMMAND)).waitedMs);
  }
  return waits;
}
