import { escalationId } from "@botdeck/contracts";
import { newId } from "@botdeck/core/ids";
import {
  type AlertGroup,
  changeAlertGroup,
  type DatabaseHandle,
  firingGroupsOf,
  keepNotifications,
  lockPendingGroups,
  putEffects,
  type Transaction,
} from "@botdeck/db";
import { HookOptions, inhibitedBy } from "@botdeck/notifications";

import { alertNotification } from "../../notifications/alerts/alert-notification.ts";
import { escalationToStart } from "../../notifications/alerts/escalation-effects.ts";
import { firstCard } from "../../notifications/alerts/take-alerts.ts";
import type { PortalRules, RulesOf } from "../../notifications/portal-rules.ts";

/** In one short transaction. */
const PENDING_AT_ONCE = 50;
/** The escalation tells a group that has lasted; when it has not by then, Temporal is away and upkeep does, in milliseconds. */
const LATE_MS = 15_000;

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/** Tells groups that have waited long enough, and for nobody any more. @returns How many there are. */
export async function tellWaiting({ db, rules }: Deps, now: Date): Promise<number> {
  let told = 0;
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const { last, count } = await db.transaction(async (tx) => {
      const waiting = await lockPendingGroups(tx, { limit: PENDING_AT_ONCE, after: from });
      let begun = 0;
      for (const { group, hook } of waiting) {
        const options = HookOptions.catch(HookOptions.parse({})).parse(hook.options);
        if (await isTold(tx, group, options, now)) {
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

async function isTold(tx: Transaction, group: AlertGroup, options: HookOptions, now: Date): Promise<boolean> {
  const isEscalated = group.workflowId !== null;
  const dueMs = group.firstAt.getTime() + options.delaySeconds * 1_000 + (isEscalated ? LATE_MS : 0);
  if (now.getTime() < dueMs) return false;
  if (isEscalated || options.inhibit.length === 0) return true;
  return inhibitedBy(group, { inhibit: options.inhibit, firing: await firingGroupsOf(tx, group.hookId) }) === null;
}

async function tell(
  tx: Transaction,
  waiting: AlertGroup,
  { options, hookName, portal, now }: { options: HookOptions; hookName: string; portal: PortalRules; now: Date },
): Promise<void> {
  const group = { ...waiting, state: "firing" as const };
  const card = await firstCard(tx, group, { dialogId: options.dialogId, portal, now });
  const cards = card === null ? group.cards : [...group.cards, card.place];
  const { portalId, id: groupId, episode } = group;
  const workflowId = escalationId({ portalId, groupId, episode });
  await changeAlertGroup(tx, groupId, { state: "firing", cards, workflowId });
  const told = { dialogId: options.dialogId, sentKey: card?.place.key ?? null, cause: null };
  await keepNotifications(tx, [alertNotification({ group, eventId: newId(), hookName, ...told })]);
  await putEffects(tx, [
    ...(card === null ? [] : [card.effect]),
    ...(waiting.workflowId === null ? [escalationToStart(group, 0)] : []),
  ]);
}
