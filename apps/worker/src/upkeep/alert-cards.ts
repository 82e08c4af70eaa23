import { newId } from "@botdeck/core/ids";
import {
  type AlertGroup,
  changeAlertGroup,
  databaseNow,
  type DatabaseHandle,
  effectByKey,
  firingGroupsOf,
  lockPendingGroups,
  lockStaleGroups,
  noteCardsEdited,
  putEffects,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";
import { escalationId } from "@botdeck/contracts";
import { HookOptions, inhibitedBy } from "@botdeck/notifications";
import type { Logger } from "@botdeck/telemetry";

import { cardToEdit } from "../notifications/alerts/alert-card-effect.ts";
import { escalationToStart } from "../notifications/alerts/escalation-effects.ts";
import { firstCard } from "../notifications/alerts/take-alerts.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

/** A card is edited no more often than that, in milliseconds. */
const EDIT_EVERY_MS = 3_000;
/** So many cards of one portal within a second: the other requests are for replies and pages. */
const EDITS_PER_SECOND = 1;
/** In one short transaction. */
const PENDING_AT_ONCE = 50;
/** The escalation tells a group that has lasted; when it has not by then, Temporal is away and upkeep does, in milliseconds. */
const LATE_MS = 15_000;
const NEVER_CAME: ReadonlySet<string> = new Set(["dead", "cancelled", "discarded"]);

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/** Has cards tell what is known of their alerts, and groups told that waited for others to recover. */
export function startAlertCards({
  handle,
  rules,
  logger,
}: {
  handle: DatabaseHandle;
  rules: Pick<RulesOf, "find">;
  logger: Logger;
}): Role {
  const deps = { db: handle.db, rules };
  const look = async () => {
    const now = await databaseNow(handle.db);
    const told = (await tellWaiting(deps, now)) + (await editStaleCards(deps, now));
    if (told > 0) await wakeDeliverer(handle.db);
  };
  return keepLooking("cards of alerts", look, logger);
}

/** One edit for each card that tells less than is known, with all that is known now. @returns How many there are. */
export async function editStaleCards({ db, rules }: Deps, now: Date, everyMs: number = EDIT_EVERY_MS): Promise<number> {
  return await db.transaction(async (tx) => {
    const groups = await lockStaleGroups(tx, { everyMs, perSecond: EDITS_PER_SECOND });
    let edits = 0;
    for (const group of groups) {
      const portal = await rules.find(group.portalId);
      const sent = await cardsThatCame(tx, group);
      const cards = sent.map((card) => ({ ...card, edit: `alert:${group.id}:edit:${newId()}` }));
      const effects = await Promise.all(
        cards.map((card) => cardToEdit(tx, { group, portal, now }, { key: card.edit, card })),
      );
      await putEffects(tx, effects);
      await noteCardsEdited(tx, { id: group.id, cards });
      edits += effects.length;
    }
    return edits;
  });
}

/** One that was refused, as where the bot is in no such chat, cannot be edited: its refusal is a dead letter already. */
async function cardsThatCame(tx: Transaction, { cards }: AlertGroup): Promise<AlertGroup["cards"]> {
  const effects = await Promise.all(cards.map(({ key }) => effectByKey(tx, key)));
  return cards.filter((_, index) => !NEVER_CAME.has(effects[index]?.status ?? "dead"));
}

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
          await tell(tx, group, { options, portal: await rules.find(group.portalId), now });
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
  { options, portal, now }: { options: HookOptions; portal: Awaited<ReturnType<RulesOf["find"]>>; now: Date },
): Promise<void> {
  const group = { ...waiting, state: "firing" as const };
  const card = await firstCard(tx, group, { dialogId: options.dialogId, portal, now });
  const cards = card === null ? group.cards : [...group.cards, card.place];
  const { portalId, id: groupId, episode } = group;
  const workflowId = escalationId({ portalId, groupId, episode });
  await changeAlertGroup(tx, groupId, { state: "firing", cards, workflowId });
  await putEffects(tx, [
    ...(card === null ? [] : [card.effect]),
    ...(waiting.workflowId === null ? [escalationToStart(group, 0)] : []),
  ]);
}
