import { COMMAND_ACTOR, type DatabaseHandle, planReplay, replayLetters, type ReplayPlan } from "@botdeck/db";

import { planLine } from "./letter-lines.ts";
import type { Terminal } from "./terminal.ts";

type Options = {
  ids: readonly string[];
  /** That letters may happen a second time was read and accepted. */
  acceptsTwice: boolean;
  /** Shows what would happen and does nothing. */
  isDryRun: boolean;
  terminal: Terminal;
};

/**
 * Shows what a replay would do, and does it when that is confirmed: a few letters of a portal at a time.
 *
 * @returns False when something stayed as it was.
 */
export async function replay(db: DatabaseHandle["db"], options: Options): Promise<boolean> {
  const { ids, acceptsTwice, isDryRun, terminal } = options;
  const { print, confirm, pause } = terminal;
  const plans = await planReplay(db, ids);
  for (const plan of plans) print(planLine(plan));
  const found = new Set(plans.map(({ id }) => id));
  for (const id of ids.filter((each) => !found.has(each))) print(`${id}  there is no such dead letter`);
  const able = plans.filter((plan) => mayRun(plan, acceptsTwice));
  const inDoubt = plans.filter((plan) => plan.obstacles.length === 0 && !mayRun(plan, acceptsTwice)).length;
  if (inDoubt > 0) print(`${inDoubt} that may happen a second time stay: --accept-twice lets them run as well`);
  if (isDryRun || able.length === 0) return able.length === ids.length;
  if (!(await confirm(`Let ${able.length} run again?`))) return false;

  let replayed = 0;
  let refused = 0;
  for (let letters = able.map(({ id, seen }) => ({ id, seen, acceptsTwice })); letters.length > 0;) {
    const result = await replayLetters(db, { letters, actor: COMMAND_ACTOR });
    replayed += result.replayed.length;
    refused += result.refused.length;
    for (const { id, reason } of result.refused) print(`${id}  ${reason}`);
    print(`${replayed} of ${able.length} run again`);
    letters = result.remaining;
    if (result.nextInMs !== null) await pause(result.nextInMs);
  }
  return refused === 0 && able.length === ids.length;
}

function mayRun({ obstacles, warnings }: ReplayPlan, acceptsTwice: boolean): boolean {
  return obstacles.length === 0 && (acceptsTwice || !warnings.includes("may_happen_twice"));
}
