import { escalationId } from "@botdeck/contracts";
import {
  type AlertGroup,
  changeAlertGroup,
  type DatabaseHandle,
  type FiringGroup,
  firingGroupsOf,
  lockPendingGroups,
  putEffects,
  type Transaction,
} from "@botdeck/db";
import { HookOptions, inhibitedBy, pageDelayLeftMs } from "@botdeck/notifications";

import { beginToTell } from "../../notifications/alerts/begin-to-tell.ts";
import { escalationToStart } from "../../notifications/alerts/escalation-effects.ts";
import type { PortalRules, RulesOf } from "../../notifications/portal-rules.ts";

/** In one short transaction. */
const PENDING_AT_ONCE = 50;
/** The escalation tells a group that has lasted; when it has not by then, Temporal is away and upkeep does, in milliseconds. */
const LATE_MS = 15_000;

type Telling = { options: HookOptions; hookName: string; portal: PortalRules; now: Date };
type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/** Tells groups that have waited long enough, and for nobody any more. @returns How many there are. */
export async function tellWaiting({ db, rules }: Deps, now: Date): Promise<number> {
  let told = 0;
  let after: string | null = null;
  const firingOf = createFiringOf();
  for (;;) {
    const from: string | null = after;
    const { last, count } = await db.transaction(async (tx) => {
      const waiting = await lockPendingGroups(tx, { limit: PENDING_AT_ONCE, after: from });
      let begun = 0;
      for (const { group, hook } of waiting) {
        const options = HookOptions.catch(HookOptions.parse({})).parse(hook.options);
        if (await isTold(tx, group, { options, firingOf, now })) {
          await tell(tx, group, { options, hookName: hook.name, portal: await rules.find(group.portalId), now });
          begun += 1;
        }
      }
      return { last: waiting.length < PENDING_AT_ONCE ? null : (waiting.at(-1)?.group.id ?? null), count: begun };
    });
    told += count;
    if (last === null) return told;
    after = last;
  }
}

type FiringOf = (tx: Transaction, hookId: string, options: HookOptions) => Promise<FiringGroup[]>;

/** What fires of each hook, read once in a look: many of a hook may wait for the same. */
function createFiringOf(): FiringOf {
  const known = new Map<string, FiringGroup[]>();
  return async (tx, hookId, { inhibit }) => {
    const firing =
      known.get(hookId) ??
      (await firingGroupsOf(
        tx,
        hookId,
        inhibit.map(({ source }) => source),
      ));
    known.set(hookId, firing);
    return firing;
  };
}

async function isTold(
  tx: Transaction,
  group: AlertGroup,
  { options, firingOf, now }: { options: HookOptions; firingOf: FiringOf; now: Date },
): Promise<boolean> {
  const isEscalated = group.workflowId !== null;
  const dueMs = group.firstAt.getTime() + options.delaySeconds * 1_000 + (isEscalated ? LATE_MS : 0);
  if (now.getTime() < dueMs) return false;
  if (isEscalated || options.inhibit.length === 0) return true;
  const firing = await firingOf(tx, group.hookId, options);
  if (inhibitedBy(group, { inhibit: options.inhibit, firing }) !== null) return false;
  // Others may wait for this one from now on.
  firing.push(group);
  return true;
}

async function tell(tx: Transaction, waiting: AlertGroup, telling: Telling): Promise<void> {
  const { portalId, id: groupId, episode } = waiting;
  await beginToTell(tx, waiting, telling);
  if (waiting.workflowId !== null) return;
  const { options, now } = telling;
  await changeAlertGroup(tx, groupId, { workflowId: escalationId({ portalId, groupId, episode }) });
  await putEffects(tx, [escalationToStart(waiting, pageDelayLeftMs(waiting, { ...options, now }))]);
}
