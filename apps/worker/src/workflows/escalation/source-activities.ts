import {
  addAlertEvents,
  type AlertGroup,
  type DatabaseHandle,
  hookById,
  keepEvents,
  openHookApiToken,
  readAlertGroup,
  type SecretBox,
} from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { ApplicationFailure } from "@temporalio/activity";

import { type AlertSource, createAlertSource, type SourceGroup } from "../../services/alert-source/alert-source.ts";
import { createAskSource } from "../../services/alert-source/ask-source.ts";
import { refusalOf } from "../../services/alert-source/refusal-of.ts";
import { MOST_TELLINGS } from "./most-tellings.ts";
import { recoveryPost } from "./recovery-post.ts";
import type { About } from "./run.ts";

/** An answer that goes back to the source. `until` is ISO 8601; null without an end of its own. */
export type Telling = {
  key: string;
  kind: "acknowledged" | "silenced" | "recovered";
  byName: string;
  until: string | null;
};

export type SourceDeps = {
  db: DatabaseHandle["db"];
  box: SecretBox;
  currentWorkflowId: () => string;
  currentActivity: () => { attempt: number };
  now: () => Date;
};

type Found = { source: AlertSource; known: SourceGroup; group: AlertGroup };

export function createSourceActivities({ db, box, currentWorkflowId, currentActivity, now }: SourceDeps) {
  return {
    /** Tells the group's source what somebody answered, where it is set up to be told. */
    async tellSource(about: About, { key, kind, byName, until }: Telling): Promise<{ isMuted: boolean }> {
      const found = await find(about);
      if (found === null) return { isMuted: false };
      const { source, known } = found;
      const news = kind === "recovered" ? { kind } : { kind, byName, until: until === null ? null : new Date(until) };
      try {
        const told = await source.tell(known, news, now());
        await note(about, { kind: "told_source", key, facts: { what: kind } });
        return told;
      } catch (error) {
        const { isForGood, reason } = refusalOf(error);
        if (isForGood || currentActivity().attempt >= MOST_TELLINGS) {
          await note(about, { kind: "source_refused", key, facts: { what: kind, reason } });
        }
        if (isForGood) throw ApplicationFailure.nonRetryable("The source did not take it", "SourceRefused");
        throw error;
      }
    },

    /**
     * Asks a source that posts nothing of the group whether it still fires. That it does not is put into the inbox as the post
     * that the source would have sent.
     *
     * @returns Whether it has to be asked again.
     */
    async lookAtSource(about: About, { key }: { key: string }): Promise<{ isMuted: boolean }> {
      const found = await find(about);
      if (found === null || found.group.state === "resolved") return { isMuted: false };
      const { source, known, group } = found;
      if ((await source.isFiring(known, now())) !== false) return { isMuted: true };
      const event = recoveryPost(group, now());
      await keepEvents(db, [{ dedupeKey: `${currentWorkflowId()}:recovered:${key}`, event }], {
        source: "workflow",
        tells: true,
      });
      // Until the post was read; a group that fires anew by then is another episode.
      return { isMuted: true };
    },
  };

  /** Null for a source that is not set up to be told, and for a group that fires anew by now. */
  async function find({ groupId, episode }: About): Promise<Found | null> {
    const group = await readAlertGroup(db, { id: groupId });
    if (group === null || group.episode !== episode) return null;
    const hook = await hookById(db, group.hookId);
    const options = HookOptions.safeParse(hook?.options ?? {});
    const api = options.data?.api;
    if (hook === null || api === undefined || !api.isTold) return null;
    const source = createAlertSource(
      hook.kind,
      createAskSource({ name: hook.name, url: api.url, token: openHookApiToken(box, hook) }),
    );
    const { labels, alerts, lastAt: toldAt } = group;
    return source === null ? null : { source, group, known: { mark: `${groupId}:${episode}`, labels, alerts, toldAt } };
  }

  async function note(
    { groupId, episode }: About,
    { kind, key, facts }: { kind: "told_source" | "source_refused"; key: string; facts: Record<string, string> },
  ): Promise<void> {
    await addAlertEvents(db, [{ groupId, episode, kind, sourceKey: `${currentWorkflowId()}:${kind}:${key}`, facts }]);
  }
}
