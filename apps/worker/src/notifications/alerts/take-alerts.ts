import { escalationId } from "@botdeck/contracts";
import type { HookPost } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  addAlertEvents,
  type AlertGroup,
  type AlertGroupToKeep,
  firingGroupsOf,
  keepAlertGroup,
  keepNotifications,
  lockGroupByKey,
  type NewEffect,
  type Transaction,
} from "@botdeck/db";
import { type AlertPost, type Folded, foldAlerts, type HookOptions, inhibitedBy } from "@botdeck/notifications";

import type { PortalRules } from "../portal-rules.ts";
import { alertNotification } from "./alert-notification.ts";
import { cardToEdit } from "./alert-card-effect.ts";
import { cardsThatCame } from "./cards-that-came.ts";
import { escalationToStart, newsToTell } from "./escalation-effects.ts";
import { firstCard } from "./first-card.ts";

/** How often the timeline says that there are more, or fewer, in milliseconds: the card tells each. */
const TIMELINE_EVERY_MS = 60_000;

type Taken = {
  eventId: string;
  /** What the source's hook is called. */
  hookName: string;
  hookPost: HookPost;
  post: AlertPost;
  options: HookOptions;
  /** Its source can be asked what fires. */
  canBeAsked: boolean;
  portal: Pick<PortalRules, "settings" | "language">;
  now: Date;
};

/**
 * Takes in what a source says of its alerts: the group as it is now, its timeline, and what has to leave: a card and an escalation
 * when an episode begins, the news of its end to whoever was paged. Cards that are there are edited by upkeep, so that fifty
 * failures are one card.
 */
export async function takeAlerts(tx: Transaction, taken: Taken): Promise<NewEffect[]> {
  const { eventId, hookPost, post, options, now } = taken;
  const { delaySeconds } = options;
  const before = await lockGroupByKey(tx, { hookId: hookPost.hookId, key: post.groupKey });
  // It is the escalation that asks.
  const canBeAsked = taken.canBeAsked && before?.workflowId != null;
  const folded = foldAlerts({ group: before, post, delaySeconds, now, canBeAsked });
  if (folded === null) return [];
  const { kind } = folded;
  if (kind === "fired" || kind === "flapping") return await begin(tx, before, { ...folded, kind }, taken);
  return before === null ? [] : await goOn(tx, before, { ...folded, kind }, { newsId: eventId, now });
}

/** Nothing was said of a group for so long that it is taken to be over. */
export async function endGroup(tx: Transaction, group: AlertGroup, now: Date): Promise<NewEffect[]> {
  const { key: groupKey, title, labels } = group;
  const post = { groupKey, title, labels, alerts: [], isOver: true, leftOut: 0, seenAt: now.toISOString() };
  const folded = foldAlerts({ group, post, delaySeconds: 0, now });
  if (folded === null || folded.kind === "fired" || folded.kind === "flapping") return [];
  return await goOn(tx, group, { ...folded, kind: folded.kind }, { newsId: `silent:${group.episode}`, now });
}

async function goOn(
  tx: Transaction,
  before: AlertGroup,
  { kind, ...folded }: Folded & { kind: "more" | "fewer" | "resolved" | "same" },
  { newsId, now }: { newsId: string; now: Date },
): Promise<NewEffect[]> {
  const group = { ...before, ...folded.group, isCardStale: before.isCardStale || folded.isNews };
  await keepAlertGroup(tx, toKeep(group));
  if (kind !== "same") await addAlertEvents(tx, [eventOf(group, kind, now)]);
  if (group.workflowId === null) return [];
  return [
    ...(kind === "resolved" ? [newsToTell(group, { id: newsId, kind })] : []),
    // Whoever is left in peace for less may have to be paged for this.
    ...(RANK[group.severity] > RANK[before.severity]
      ? [newsToTell(group, { id: `${newsId}:worse`, kind: "worse" })]
      : []),
    ...(folded.isUnsure ? [newsToTell(group, { id: `${newsId}:unsure`, kind: "unsure" })] : []),
  ];
}

const RANK = { info: 0, warning: 1, critical: 2 } as const;

type Begun = Folded & { kind: "fired" | "flapping" };

async function begin(tx: Transaction, before: AlertGroup | null, folded: Begun, taken: Taken): Promise<NewEffect[]> {
  const { hookPost, post, options, portal, now } = taken;
  const { portalId, botId, hookId } = hookPost;
  const id = before?.id ?? newId();
  const { episode } = folded.group;
  const cause = await causeOf(tx, { id, labels: post.labels }, { hookId, options });
  const begun: AlertGroup = {
    ...folded.group,
    id,
    portalId,
    botId,
    hookId,
    key: post.groupKey,
    // What waits for another group is looked at again, and is told when that one has recovered.
    state: cause === null ? folded.group.state : "pending",
    cards: folded.keepsCards ? (before?.cards ?? []) : [],
    isCardStale: folded.keepsCards,
    cardEditedAt: before?.cardEditedAt ?? null,
    workflowId: cause === null ? escalationId({ portalId, groupId: id, episode }) : null,
    policyId: options.policyId,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  const card = await firstCard(tx, begun, { dialogId: options.dialogId, portal, now });
  const group = card === null ? begun : { ...begun, cards: [...begun.cards, card.place] };
  await keepAlertGroup(tx, toKeep(group));
  const inhibited = { groupId: id, episode, kind: "note" as const, sourceKey: `${id}:${episode}:inhibited` };
  await addAlertEvents(tx, [
    eventOf(group, folded.kind, now),
    ...(cause === null ? [] : [{ ...inhibited, facts: { note: "inhibited", by: cause.title } }]),
  ]);
  const { eventId, hookName } = taken;
  const told = { dialogId: options.dialogId, sentKey: card?.place.key ?? null, cause: cause?.title ?? null };
  await keepNotifications(tx, [alertNotification({ group, eventId, hookName, ...told })]);
  return [
    ...(before === null || folded.keepsCards ? [] : await lastEdits(tx, before, { portal, now })),
    ...(card === null ? [] : [card.effect]),
    ...(cause === null ? [escalationToStart(group, folded.pageAfterMs)] : []),
  ];
}

/** What makes cards that are left behind tell how it ended, where they do not yet: nobody comes back to them. */
async function lastEdits(
  tx: Transaction,
  before: AlertGroup,
  { portal, now }: Pick<Taken, "portal" | "now">,
): Promise<NewEffect[]> {
  if (!before.isCardStale) return [];
  const cards = await cardsThatCame(tx, before);
  const edit = { group: before, portal, now };
  return await Promise.all(
    cards.map((card) => cardToEdit(tx, edit, { key: `${card.key}:over:${before.episode}`, card })),
  );
}

/** The group for whose sake this one is not told; null when there is none. */
async function causeOf(
  tx: Transaction,
  target: Pick<AlertGroup, "id" | "labels">,
  { hookId, options: { inhibit } }: { hookId: string; options: HookOptions },
) {
  if (inhibit.length === 0) return null;
  return inhibitedBy(target, {
    inhibit,
    firing: await firingGroupsOf(
      tx,
      hookId,
      inhibit.map(({ source }) => source),
    ),
  });
}

/** A repeat of the same run adds none; how many there are is said once a minute at most. */
function eventOf(
  { id: groupId, episode, firing, total }: AlertGroup,
  kind: Exclude<Folded["kind"], "same">,
  now: Date,
) {
  const isCount = kind === "more" || kind === "fewer";
  const at = isCount ? `:${Math.floor(now.getTime() / TIMELINE_EVERY_MS)}` : "";
  return { groupId, episode, kind, facts: { firing, total }, sourceKey: `${groupId}:${episode}:${kind}${at}` };
}

function toKeep({
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  cardEditedAt: _cardEditedAt,
  ...group
}: AlertGroup): AlertGroupToKeep {
  return group;
}
