import { setTimeout as pause } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { DrillOutbox } from "../drill-outbox.ts";
import type { Stack } from "../stack/start-stack.ts";
import type { FlowScript } from "./flow-script.ts";
import type { FlowKill } from "./kill-plan.ts";
import { type FlowAccount, type Owed, settleFlow, withoutMark } from "./ledger.ts";
import type { OfficePortal } from "./office-portal.ts";

/** What was in hand is looked for after its lease; the rest is start-up. */
const STEP_TIMEOUT_MS = 180_000;
const GREETING_TIMEOUT_MS = 30_000;
/** After the last word, a second one that should not come would come within this. */
const QUIET_MS = 3_000;

export type FlowResult = FlowAccount & { ms: number; slowestStepMs: number; stuckAt: number | null };

type Parts = { stack: Stack; portal: OfficePortal; outbox: DrillOutbox };

/**
 * Plays one flow while processes die as planned, and settles what the portal took.
 *
 * @throws AppError `conflict` when effects stay open after the last word.
 */
export async function playScript(
  { stack, portal, outbox }: Parts,
  script: FlowScript,
  run: number,
  kills: readonly FlowKill[],
): Promise<FlowResult> {
  const site = { databaseUrl: stack.databaseUrl, gatewayUrl: stack.gateways[0].url };
  const { people, steps, settle } = await script.begin(portal, run, site);
  const before = new Map<string, number>();
  for (const id of people) {
    // A bot greets whoever opens a dialog with it; that belongs to no flow.
    await waitUntil(async () => (await portal.said(id)).length > 0, { timeoutMs: GREETING_TIMEOUT_MS, everyMs: 100 });
    before.set(id, (await portal.said(id)).length);
  }
  const saidTo = async (id: string) => (await portal.said(id)).slice(before.get(id) ?? 0);
  const startedAt = performance.now();
  const owed: Owed[] = [];
  let [slowestStepMs, stuckAt]: [number, number | null] = [0, null];

  for (const [index, { act, owes }] of steps.entries()) {
    const stepStart = performance.now();
    await act();
    const kill = kills[index];
    if (kill !== undefined) await carryOut(stack, kill);
    owed.push(...owes);
    const isHeard = async () => {
      for (const { who, text } of owes)
        if (!(await saidTo(who)).some((said) => text.test(withoutMark(said)))) return false;
      return true;
    };
    if (!(await waitUntil(isHeard, { timeoutMs: STEP_TIMEOUT_MS, everyMs: 100 }))) {
      stuckAt = index;
      break;
    }
    slowestStepMs = Math.max(slowestStepMs, performance.now() - stepStart);
  }
  await outbox.waitUntilEmpty();
  // Silence can only be waited for.
  await pause(QUIET_MS);
  const said = Object.fromEntries(await Promise.all(people.map(async (id) => [id, await saidTo(id)] as const)));
  const [account, more] = [settleFlow(owed, said), await settle()];
  return {
    lost: account.lost + more.lost,
    duplicated: account.duplicated + more.duplicated,
    reordered: account.reordered + (more.reordered ?? 0),
    marked: account.marked,
    stuckAt,
    ms: Math.round(performance.now() - startedAt),
    slowestStepMs: Math.round(slowestStepMs),
  };
}

async function carryOut({ workers, temporal, postgres }: Stack, { target, afterMs, awayMs }: FlowKill): Promise<void> {
  const victim = target === "postgres" ? postgres : target === "temporal" ? temporal : workers[0];
  if (victim === null) throw new AppError("invalid", "There is no Temporal server to be killed");
  await pause(afterMs);
  await victim.kill();
  await pause(awayMs);
  await victim.start();
}
