import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";

import { AppError, messageOf } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { DrillPortal } from "./drill-portal.ts";
import type { DrillTables } from "./drill-tables.ts";
import { createBalancer } from "./load/balancer.ts";
import { createLedger, type Ledger } from "./load/ledger.ts";
import type { PortalIdentity } from "./load/message-event.ts";
import { type Load, type LoadDeps, type LoadPlan, startLoad } from "./load/run-load.ts";
import type { Stack } from "./stack/start-stack.ts";
import { type Account, judge } from "./verdict/judge.ts";
import { recoverMs } from "./verdict/recovery.ts";

/** What every fault is run under, unless it needs another load. */
const USUAL_LOAD: LoadPlan = { dialogs: 8, perSecond: 20, messages: 120, isRepeated: false };
/** A row whose process died is looked for after its lease, and a doubt is looked at twice. */
const SETTLE_TIMEOUT_MS = 120_000;
/** An answer that should not come would come within this. */
const QUIET_MS = 700;
const REFILL_EVERY_MS = 500;

export type Outcome = Account & {
  /** From the end of the fault until the last dialog was answered again. */
  recoverMs: number;
  /** The slowest answer to the sender, and the one that 99 of 100 stayed below. */
  intakeMs: { p99: number; max: number };
  /** Promises of this fault that did not hold, in words. */
  broken: string[];
};

/** The load while trouble is made. */
export type Trouble = Load & {
  deps: LoadDeps;
  ledger: Ledger;
  /** The fault is over: recovery is counted from here. Without it, from the end of the trouble. */
  healed(): void;
};

export type Stage = {
  /** Of the fault that runs now. */
  name: string;
  stack: Stack;
  portal: DrillPortal;
  tables: DrillTables;
  identity: PortalIdentity;
  random: () => number;
  /** The longer of two sizes was asked for. */
  isLong: boolean;
  signal: AbortSignal;
  report(line: string): void;
  /** Makes trouble while the portal goes on talking, waits until all is settled, and holds the books against each other. */
  underLoad(plan: Partial<LoadPlan>, trouble: (load: Trouble) => Promise<void>): Promise<Outcome>;
};

type StageOptions = Omit<Stage, "underLoad">;

/** Makes message ids that no run before it has used. */
let lastMessageId = Date.now();

export function createStage(options: StageOptions): Stage {
  const { name, stack, portal, tables, identity, signal } = options;

  return {
    ...options,
    async underLoad(changes, trouble) {
      const plan = { ...USUAL_LOAD, ...changes };
      const chatIds: number[] = [];
      for (let index = 1; index <= plan.dialogs; index++) {
        chatIds.push(await portal.openChat(`${name} ${index}`, identity.botId));
      }
      const ledger = createLedger(join(stack.folder, `ledger-${name}.jsonl`));
      const balancer = createBalancer(stack.gateways.map(({ url }) => url));
      const abandoned = new AbortController();
      const refill = setInterval(() => void tables.refillBudget().catch(() => {}), REFILL_EVERY_MS);
      const deps: LoadDeps = {
        identity,
        chatIds,
        balancer,
        ledger,
        nextMessageId: () => (lastMessageId += 1),
        signal: AbortSignal.any([signal, abandoned.signal]),
      };
      let healedAt: Date | null = null;
      try {
        const load = startLoad(plan, deps);
        await trouble({ ...load, deps, ledger, healed: () => void (healedAt = new Date()) });
        healedAt ??= new Date();
        await load.finish();
        await settle(tables, ledger, signal);
      } finally {
        abandoned.abort();
        balancer.close();
        clearInterval(refill);
      }
      const dialogIds = dialogsOf(ledger);
      const said = dialogIds.map((dialogId) => portal.repliesIn(Number(dialogId.slice("chat".length)), identity.botId));
      const replies = (await Promise.all(said)).flat();
      const account = judge({ posted: ledger.posted, replies, kept: await tables.keptEvents(dialogIds) });
      const tookMs = ledger.posted.map(({ slowestMs }) => slowestMs).toSorted((one, other) => one - other);
      return {
        ...account,
        recoverMs: recoverMs(replies, healedAt),
        intakeMs: {
          p99: Math.round(tookMs[Math.floor(tookMs.length * 0.99)] ?? 0),
          max: Math.round(tookMs.at(-1) ?? 0),
        },
        broken: [],
      };
    },
  };
}

/** Waits until all that was accepted has come to its end; what has not by then is the verdict's to tell. */
export async function settle(tables: DrillTables, ledger: Ledger, signal: AbortSignal): Promise<void> {
  const dialogIds = dialogsOf(ledger);
  const accepted = ledger.posted.filter(({ isAccepted }) => isAccepted).map(({ messageId }) => messageId);
  const isSettled = async () => {
    try {
      if ((await tables.countOpen(dialogIds)) > 0) return false;
      const kept = new Set((await tables.keptEvents(dialogIds)).map(({ messageId }) => messageId));
      return accepted.every((messageId) => kept.has(messageId));
    } catch (error) {
      if (signal.aborted) throw new AppError("conflict", `It was ended: ${messageOf(error)}`, { cause: error });
      return false;
    }
  };
  await waitUntil(isSettled, { timeoutMs: SETTLE_TIMEOUT_MS, everyMs: 200, signal });
  signal.throwIfAborted();
  await pause(QUIET_MS);
}

const dialogsOf = (ledger: Ledger): string[] => [...new Set(ledger.posted.map(({ dialogId }) => dialogId))];
