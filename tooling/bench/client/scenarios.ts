import { listAllRows } from "@botdeck/b24-client";
import { newId } from "@botdeck/core/ids";

import { ORIGINATOR_ID } from "./lead.ts";
import { openOwnClient } from "./own-client.ts";
import { type BenchPortal, startPortal } from "./portal.ts";
import { runWorker } from "./run-worker.ts";
import type { Scale } from "./scale.ts";
import type { Caller, Outcome, OwnCaller } from "./task.ts";

export const WRITES = 500;
/** Pages of 10,000 deals, as a list gives them. */
export const PAGES = 200;
const PROCESSES = 4;
const DEALS = 10_000;
const DIGESTS = 2_000;
const REPLIES = 5;
/** Half of the faulty answers are resets, half bad gateways; of all writes they are one in a hundred. */
const FAULTY = 0.01;

export type Stage = { folder: string; databaseUrl: string; scale: Scale };
export type Written = { tookS: number; rejected503: number; duplicates: number; lost: number; failed: number };

type How = "single" | "packed" | "sdk";

/** Four processes write 500 leads to one portal, which loses some answers after the work was done. */
export async function measureAdds(stage: Stage, how: How): Promise<Written> {
  const portal = await startPortal({ ...stage, name: `adds-${how}`, deals: 0 });
  try {
    await portal.setFaults(lossyAnswers(how));
    const caller = callerOf(stage, portal, how);
    const share = WRITES / PROCESSES;
    const froms = Array.from({ length: PROCESSES }, (_, index) => index * share);
    const outcomes = await Promise.all(
      froms.map(async (from) => (await runWorker({ kind: "add", caller, from, count: share })).outcome),
    );
    const tookS = wholeS(outcomes);
    const rejected503 = portal.countRefused();
    await portal.setFaults([]);
    const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
    return { tookS, rejected503, failed, ...(await countCopies(stage, portal)) };
  } finally {
    await portal.stop();
  }
}

/** One process reads 10,000 deals. @returns Seconds, and how many rows came. */
export async function measureList(
  stage: Stage,
  how: How,
): Promise<{ tookS: number; missing: number; rejected503: number }> {
  const portal = await startPortal({ ...stage, name: `list-${how}`, deals: DEALS });
  try {
    const worker = await runWorker({ kind: "list", caller: callerOf(stage, portal, how) });
    const outcome = await worker.outcome;
    return { tookS: wholeS([outcome]), missing: DEALS - outcome.rows, rejected503: portal.countRefused() };
  } finally {
    await portal.stop();
  }
}

/** 2,000 single calls of the lowest lane are queued in four processes while a fifth answers. @returns The slowest answer, in milliseconds. */
export async function measureReplyWait(stage: Stage): Promise<{ slowestMs: number; rejected503: number }> {
  const portal = await startPortal({ ...stage, name: "reply", deals: 10 });
  const caller = ownCaller(stage, portal, false);
  const count = DIGESTS / PROCESSES;
  const digests = await Promise.all(
    Array.from({ length: PROCESSES }, () => runWorker({ kind: "digest", caller, count })),
  );
  try {
    await Promise.all(digests.map(({ said }) => said("queued")));
    const reply = await runWorker({ kind: "reply", caller, count: REPLIES, pauseMs: 1_000 });
    const { slowestMs } = await reply.outcome;
    return { slowestMs, rejected503: portal.countRefused() };
  } finally {
    await Promise.all(digests.map(({ stop }) => stop()));
    await portal.stop();
  }
}

function callerOf(stage: Stage, portal: BenchPortal, how: How): Caller {
  if (how === "sdk") return { client: "sdk", webhookUrl: portal.webhookUrl, limits: stage.scale.bucket };
  return ownCaller(stage, portal, how === "packed");
}

function ownCaller({ databaseUrl, scale }: Stage, { webhookUrl }: BenchPortal, packing: boolean): OwnCaller {
  return { client: "own", webhookUrl, databaseUrl, portalId: newId(), limits: scale.budget, packing };
}

/** By chance where each write is a request of its own; of the few batches one is lost in each way, which is a write in five. */
function lossyAnswers(how: How): object[] {
  const often = (seed: number) => (how === "packed" ? { times: 1 } : { rate: FAULTY / 2, seed });
  const method = "^crm\\.lead\\.add$";
  return [
    { mode: "drop_after", method, ...often(1) },
    { mode: "error_502_after", method, ...often(2) },
  ];
}

/** From the first call of all processes to the last answer; their start is not the client's. */
function wholeS(outcomes: readonly Outcome[]): number {
  const startedAtMs = Math.min(...outcomes.map((outcome) => outcome.startedAtMs));
  return (Math.max(...outcomes.map(({ endedAtMs }) => endedAtMs)) - startedAtMs) / 1000;
}

/** Reads the portal when all is done: what stands there twice, and what is not there. */
async function countCopies(stage: Stage, portal: BenchPortal): Promise<{ duplicates: number; lost: number }> {
  const { client, close } = openOwnClient(ownCaller(stage, portal, true));
  const params = { filter: { ORIGINATOR_ID }, select: ["ID", "ORIGIN_ID"] };
  const rows: unknown = await listAllRows(client, "crm.lead.list", params);
  await close();
  const origins = (rows as { ORIGIN_ID: string }[]).map(({ ORIGIN_ID }) => ORIGIN_ID); // safe: the columns asked for
  const distinct = new Set(origins).size;
  return { duplicates: origins.length - distinct, lost: WRITES - distinct };
}
