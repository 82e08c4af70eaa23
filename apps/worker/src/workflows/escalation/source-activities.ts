import type { HookPost } from "@botdeck/core";
import {
  addAlertEvents,
  type AlertGroup,
  type DatabaseHandle,
  hookById,
  keepEvents,
  labelNamesBeside,
  openHookApiToken,
  readAlertGroup,
  type SecretBox,
} from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { ApplicationFailure } from "@temporalio/activity";

import {
  type AlertSource,
  createAlertSource,
  type SourceGroup,
  type SourceNews,
} from "../../services/alert-source/alert-source.ts";
import { createAskSource } from "../../services/alert-source/ask-source.ts";
import { digestOfAlerts } from "../../services/alert-source/digest-of-alerts.ts";
import { refusalOf } from "../../services/alert-source/refusal-of.ts";
import { lookedPost } from "./looked-post.ts";
import { MOST_TELLINGS } from "./most-tellings.ts";
import type { About } from "./run.ts";

/** An answer that goes back to the source. `until` is ISO 8601; null without an end of its own. */
export type Telling = {
  key: string;
  kind: "acknowledged" | "silenced" | "ended" | "recovered";
  byName: string;
  until: string | null;
  /** Of `ended`: what has ended. */
  of?: "acknowledged" | "silenced" | undefined;
};

/** What came of asking a source. */
export type Look = {
  /** It has to be asked again. */
  isMuted: boolean;
  /** Nothing fires over there, and it may keep silent about what fires anew for so long, in milliseconds. */
  forgetsAfterMs?: number;
};

export type SourceDeps = {
  db: DatabaseHandle["db"];
  box: SecretBox;
  currentWorkflowId: () => string;
  currentActivity: () => { attempt: number };
  now: () => Date;
};

type Found = { source: AlertSource; known: SourceGroup; group: AlertGroup };

/** A silence without an end is looked after once in so many looks, which is about every hour. */
const PROLONG_EVERY = 30;
/** For longer than that a source that has kept silent is not asked whether something fires anew, in milliseconds. */
const LONGEST_WATCH_MS = 24 * 3_600_000;

export function createSourceActivities({ db, box, currentWorkflowId, currentActivity, now }: SourceDeps) {
  return {
    /** Tells the group's source what somebody answered, where it is set up to be told. */
    async tellSource(about: About, { key, kind, byName, until, of }: Telling): Promise<{ isMuted: boolean }> {
      const found = await find(about);
      if (found === null) return { isMuted: false };
      const { source, known, group } = found;
      const isEnd = kind === "recovered" || kind === "ended";
      // Somebody answers what fires anew by now; what is left of this time is ended all the same.
      if (!isEnd && group.episode !== about.episode) return { isMuted: false };
      // What is silenced until a time is silent until then, whether it recovers or not.
      if (kind === "recovered" && group.silencedUntil !== null && group.silencedUntil > now()) return { isMuted: true };
      try {
        const told = await source.tell(known, newsOf({ kind, byName, until, of }, now()), now());
        await note(about, { kind: "told_source", key, facts: { what: kind } });
        return told;
      } catch (error) {
        const { isForGood, refusal, status } = refusalOf(error);
        if (isForGood || currentActivity().attempt >= MOST_TELLINGS) {
          const facts = { what: kind, refusal, ...(status !== "" && { status }) };
          await note(about, { kind: "source_refused", key, facts });
        }
        if (isForGood) throw ApplicationFailure.nonRetryable("The source did not take it", "SourceRefused");
        throw error;
      }
    },

    /**
     * Asks a source that keeps silent of the group whether it still fires. That it does not is put into the inbox as the post that
     * the source would have sent.
     */
    async lookAtSource(about: About, { key }: { key: string }): Promise<Look> {
      const found = await find(about);
      if (found === null || found.group.episode !== about.episode) return { isMuted: false };
      const { source, known, group } = found;
      if (group.state === "resolved") return { isMuted: false };
      const firing = await source.firing(known, now());
      if (firing === null || firing.length > 0) {
        const isOpenEnd =
          group.state === "acknowledged" || (group.state === "silenced" && group.silencedUntil === null);
        if (isOpenEnd && Number(key) % PROLONG_EVERY === 0) await source.prolong(known, now());
        return { isMuted: true };
      }
      const silentMs = Math.max(0, (group.silencedUntil?.getTime() ?? 0) - now().getTime());
      const forgetsAfterMs = Math.min(LONGEST_WATCH_MS, silentMs + (await source.forgetsAfterMs()));
      await keep(`recovered:${key}`, lookedPost(group, [], now()));
      // Until the post was read; a group that fires anew by then is another episode.
      return { isMuted: true, forgetsAfterMs };
    },

    /**
     * Asks a source about a group of which it did not post that it recovered: it may take what fires anew for what it told before,
     * and keep silent for hours. What fires comes as its own post would.
     *
     * @returns Whether it has to be asked again.
     */
    async lookForReturn(about: About): Promise<{ isMuted: boolean }> {
      const found = await find(about);
      if (found === null || found.group.episode !== about.episode) return { isMuted: false };
      const { source, known, group } = found;
      const { state, postedAt, resolvedAt } = group;
      // What it posts by itself since then it tells anew as well.
      const hasPosted = postedAt !== null && resolvedAt !== null && postedAt >= resolvedAt;
      if (state !== "resolved" || hasPosted) return { isMuted: false };
      const firing = ((await source.firing(known, now())) ?? []).filter(({ isMuted }) => !isMuted);
      if (firing.length === 0) return { isMuted: true };
      await keep(`returned:${digestOfAlerts(firing)}`, lookedPost(group, firing, now()));
      return { isMuted: true };
    },
  };

  async function keep(key: string, event: HookPost): Promise<void> {
    const dedupeKey = `${currentWorkflowId()}:${key}`;
    await keepEvents(db, [{ dedupeKey, event }], { source: "workflow", tells: true });
  }

  /** Null for a source that is not set up to be told. */
  async function find({ groupId, episode }: About): Promise<Found | null> {
    const group = await readAlertGroup(db, { id: groupId });
    if (group === null) return null;
    const hook = await hookById(db, group.hookId);
    const options = HookOptions.safeParse(hook?.options ?? {});
    const api = options.data?.api;
    if (hook === null || api === undefined || !api.isTold) return null;
    const source = createAlertSource(
      hook.kind,
      createAskSource({ name: hook.name, url: api.url, token: openHookApiToken(box, hook) }),
    );
    if (source === null) return null;
    const { alerts, lastAt, postedAt } = group;
    const labels = await labelsThere(group);
    return { source, group, known: { id: groupId, episode, labels, alerts, toldAt: postedAt ?? lastAt } };
  }

  /**
   * What a group is told by over there. One of another group that has the same labels and more is kept apart by what this one has
   * not.
   */
  async function labelsThere(group: AlertGroup): Promise<Readonly<Record<string, string>>> {
    if (group.groupLabels === null) return group.labels;
    const beside = await labelNamesBeside(db, { ...group, groupLabels: group.groupLabels });
    const without = beside.filter((name) => group.alerts.every(({ labels }) => labels[name] === undefined));
    return { ...Object.fromEntries(without.map((name) => [name, ""])), ...group.groupLabels };
  }

  async function note(
    { groupId, episode }: About,
    { kind, key, facts }: { kind: "told_source" | "source_refused"; key: string; facts: Record<string, string> },
  ): Promise<void> {
    await addAlertEvents(db, [{ groupId, episode, kind, sourceKey: `${currentWorkflowId()}:${kind}:${key}`, facts }]);
  }
}

function newsOf({ kind, byName, until, of = "acknowledged" }: Omit<Telling, "key">, now: Date): SourceNews {
  if (kind === "recovered") return { kind };
  if (kind === "ended") return { kind, of };
  const end = until === null ? null : new Date(until);
  // Somebody ended it by hand, or the source was away for that long: it takes no silence that is over.
  if (kind === "silenced" && end !== null && end <= now) return { kind: "ended", of: "silenced" };
  return { kind, byName, until: end };
}
