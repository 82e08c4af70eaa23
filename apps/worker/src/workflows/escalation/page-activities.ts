import {
  addAlertEvents,
  alertEventByKey,
  type AlertEvent,
  type AlertGroup,
  changeAlertGroup,
  type DatabaseHandle,
  keepNotifications,
  lockEpisode,
  type NewAlertEvent,
  readAlertGroup,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";

import { notificationsOf } from "../../notifications/alerts/page-path.ts";
import type { AlertVoice } from "./alert-voice.ts";
import type { MayBePaged } from "./may-be-paged.ts";
import type { EscalationPolicies } from "./policy-of.ts";
import type { About } from "./run.ts";
import type { LevelStep, Paged, WhoIsPaged } from "./who-is-paged.ts";

/** Cards of a group that are edited with it; older ones are left as they are. */
const MOST_CARDS = 60;

/** Nobody's wishes count any more, since nobody has answered. */
const FALLBACK = {
  personId: null,
  name: "",
  as: "fallback",
  delivery: { kind: "now", step: { step: "quiet_hours", passed: true, facts: { reason: "urgent" } } },
} as const;

/** What came of paging a level. */
export type LevelPaged =
  | { kind: "paged"; waitMs: number }
  /** Nobody is there; the timeline says who is away. */
  | { kind: "nobody" }
  /** All are left in peace until then, ISO 8601. */
  | { kind: "quiet"; until: string }
  /** There is no such level. */
  | { kind: "over"; repeats: number }
  /** By its row somebody has answered. */
  | { kind: "answered" | "resolved" | "gone" };

export type PageDeps = {
  db: DatabaseHandle["db"];
  currentWorkflowId: () => string;
  policies: EscalationPolicies;
  whoIsPaged: WhoIsPaged;
  mayBePaged: MayBePaged;
  voice: AlertVoice;
};

export function createPageActivities({ db, currentWorkflowId, policies, whoIsPaged, mayBePaged, voice }: PageDeps) {
  return {
    /** Pages who is on call at a level now. The same round and level again pages nobody twice, whoever is on call by then. */
    async pagePeople(
      about: About,
      {
        round,
        level,
        isUrgent = false,
        isAsked = false,
      }: LevelStep & {
        /** Whoever is left in peace is paged all the same. */
        isUrgent?: boolean;
        /** Somebody wants this level paged, and did not leave it to the time. */
        isAsked?: boolean;
      },
    ): Promise<LevelPaged> {
      const workflowId = currentWorkflowId();
      const stepKey = `${workflowId}:level:${round}:${level}`;
      const before = await alertEventByKey(db, stepKey);
      if (before !== null) return pagedBefore(before);
      const seen = await readAlertGroup(db, { id: about.groupId });
      if (seen === null || seen.episode !== about.episode) return { kind: "gone" };
      const policy = await policies.of(seen);
      const asked = policy.levels[level];
      if (asked === undefined) return { kind: "over", repeats: policy.repeats };

      const { paged, away } = await whoIsPaged(seen, asked.targets, { round, level });
      const all = await mayBePaged(seen, { ...policy, ...(isUrgent && { passesQuietHoursFrom: "info" }) }, paged);
      const now = all.filter(({ delivery }) => delivery.kind === "now");
      const quiet = all.flatMap(({ delivery }) => (delivery.kind === "held" ? [delivery.dueAt] : []));
      const waitMs = asked.waitSeconds * 1_000;

      return await db.transaction(async (tx): Promise<LevelPaged> => {
        const group = await lockEpisode(tx, about);
        if (group === null) return { kind: "gone" };
        if (group.state === "resolved") return { kind: "resolved" };
        if (group.state !== "firing" && group.state !== "pending") return { kind: "answered" };
        const [first] = quiet.toSorted((one, other) => one.getTime() - other.getTime());
        const isQuiet = now.length === 0 && first !== undefined;
        const step = { groupId: group.id, episode: group.episode };
        const names = away.map(({ name, dialogId }) => name || dialogId).join(", ");
        const facts = { level: level + 1, round: round + 1, waitMs, away: names, quiet: quiet.length };
        const kind = now.length > 0 ? "escalated" : isQuiet ? "note" : "nobody_to_page";
        // One that waits for the end of quiet hours is not done by that.
        const sourceKey = isQuiet ? `${stepKey}:quiet` : stepKey;
        const note = isQuiet && { note: "quiet_hours", until: first.toISOString() };
        const isNew = await addAlertEvents(tx, [{ ...step, kind, sourceKey, facts: { ...facts, ...note } }]);
        if (isNew.length === 0 && !isQuiet) {
          // Another run of the step was first, and may have found others on call.
          const done = await alertEventByKey(tx, stepKey);
          return done === null ? { kind: "gone" } : pagedBefore(done);
        }
        if (isNew.length > 0) {
          const meant = [...all, ...away.map((one) => ({ ...one, delivery: { kind: "away" as const } }))];
          const keyOf = pageKey(workflowId, round, level);
          await keepNotifications(tx, notificationsOf(group, meant, { sourceKey, level, keyOf }));
        }
        if (isQuiet) return { kind: "quiet", until: first.toISOString() };
        if (now.length === 0) return { kind: "nobody" };
        await page(tx, group, now, { round, level, isAsked, keyOf: pageKey(workflowId, round, level) });
        return { kind: "paged", waitMs };
      });
    },

    /** Nobody has answered at all: the fallback chat hears of it, else whoever is there by default, and the timeline says so. */
    async tellUnanswered(about: About, { round }: { round: number }): Promise<void> {
      const workflowId = currentWorkflowId();
      const seen = await readAlertGroup(db, { id: about.groupId });
      if (seen === null) return;
      const { fallbackDialogId } = await policies.of(seen);
      const to = fallbackDialogId === null ? await policies.peopleByDefault(seen) : [fallbackDialogId];
      await db.transaction(async (tx) => {
        const group = await lockEpisode(tx, about);
        if (group === null || group.state !== "firing") return;
        const step = { groupId: group.id, episode: group.episode, kind: "fallback" as const };
        const keyOf = (dialogId: string) => `${workflowId}:fallback:${round}:${dialogId}`;
        const events = to.map((dialogId): NewAlertEvent => {
          const personId = fallbackDialogId === null ? dialogId : null;
          return { ...step, personId, sourceKey: keyOf(dialogId), facts: { dialogId } };
        });
        const none: NewAlertEvent = {
          ...step,
          sourceKey: `${workflowId}:fallback:${round}`,
          facts: { dialogId: null },
        };
        const isNew = await addAlertEvents(tx, events.length === 0 ? [none] : events);
        if (isNew.length === 0) return;
        const meant = to.map((dialogId) => ({ ...FALLBACK, dialogId }));
        const sourceKey = `${workflowId}:fallback:${round}`;
        await keepNotifications(tx, notificationsOf(group, meant, { sourceKey, level: null, keyOf }));
        const places = to.map((dialogId) => ({ key: keyOf(dialogId), dialogId }));
        for (const place of places) await voice.showCard(tx, group, place, (t) => t("pageUnanswered"));
        await addCards(tx, group, places);
      });
    },
  };

  async function page(
    tx: Transaction,
    group: AlertGroup,
    paged: readonly Paged[],
    { round, level, isAsked, keyOf }: LevelStep & { isAsked: boolean; keyOf: (dialogId: string) => string },
  ): Promise<void> {
    const step = { groupId: group.id, episode: group.episode, kind: "paged" as const };
    const events = paged.map(({ dialogId, personId, name }): NewAlertEvent => {
      const facts = { level: level + 1, round: round + 1, dialogId };
      return { ...step, personId, personName: name, sourceKey: keyOf(dialogId), facts };
    });
    await addAlertEvents(tx, events);
    const places = paged.map(({ dialogId }) => ({ key: keyOf(dialogId), dialogId }));
    const words = level === 0 ? "page" : isAsked ? "pageAsked" : "pageNext";
    for (const place of places) await voice.showCard(tx, group, place, (t) => t(words, { level: level + 1 }));
    await addCards(tx, group, places);
  }

  async function addCards(tx: Transaction, group: AlertGroup, places: readonly { key: string; dialogId: string }[]) {
    const known = group.cards.filter(({ key }) => !places.some((place) => place.key === key));
    await changeAlertGroup(tx, group.id, { cards: [...known, ...places].slice(-MOST_CARDS) });
    await wakeDeliverer(tx);
  }
}

const pageKey = (workflowId: string, round: number, level: number) => (dialogId: string) =>
  `${workflowId}:page:${round}:${level}:${dialogId}`;

/** A step that was done says what came of it. */
function pagedBefore({ kind, facts }: AlertEvent): LevelPaged {
  return kind === "escalated" ? { kind: "paged", waitMs: Number(facts["waitMs"]) } : { kind: "nobody" };
}
