import { HookOptions } from "@botdeck/notifications";
import {
  addAlertEvents,
  type AlertGroup,
  changeAlertGroup,
  type DatabaseHandle,
  hookById,
  latestAnswer,
  lockEpisode,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";

import { beginToTell } from "../../notifications/alerts/begin-to-tell.ts";
import type { RulesOf } from "../../notifications/portal-rules.ts";
import type { EscalationPolicies } from "./policy-of.ts";
import type { About } from "./run.ts";

/** Where a group of alerts stands by its row. `until` is ISO 8601; null until it recovers. */
export type GroupNow =
  | { kind: "firing" | "resolved" | "gone" }
  /** `forMs` is for how long an acknowledgement holds; null for good. `answer` tells it from any other. */
  | { kind: "acknowledged"; forMs: number | null; answer: string | null }
  | { kind: "silenced"; until: string | null };

/** What has come to its end by itself. */
type Over = "delay" | "acknowledgement" | "silence";

export type GroupDeps = {
  db: DatabaseHandle["db"];
  currentWorkflowId: () => string;
  policies: EscalationPolicies;
  rules: Pick<RulesOf, "find">;
  now: () => Date;
};

export function createGroupActivities({ db, currentWorkflowId, policies, rules, now }: GroupDeps) {
  return {
    /** Reads where a group stands, after what is over was taken off it. */
    async lookAtGroup(
      about: About,
      { isOver, answer }: { isOver: Over | null; answer: string | null },
    ): Promise<GroupNow> {
      const workflowId = currentWorkflowId();
      const group = await db.transaction(async (tx) => {
        const locked = await lockEpisode(tx, about);
        return locked === null || isOver === null ? locked : await end(tx, locked, { isOver, answer, workflowId });
      });
      if (group === null) return { kind: "gone" };
      switch (group.state) {
        case "pending":
        case "firing":
          return { kind: "firing" };
        case "acknowledged": {
          const { acknowledgedSeconds } = await policies.of(group);
          const forMs = acknowledgedSeconds === null ? null : acknowledgedSeconds * 1_000;
          return { kind: "acknowledged", forMs, answer: await latestAnswer(db, about) };
        }
        case "silenced":
          return { kind: "silenced", until: group.silencedUntil?.toISOString() ?? null };
        case "resolved":
          return { kind: "resolved" };
      }
    },
  };

  async function end(
    tx: Transaction,
    group: AlertGroup,
    { isOver, answer, workflowId }: { isOver: Over; answer: string | null; workflowId: string },
  ): Promise<AlertGroup> {
    switch (isOver) {
      case "delay":
        return await begin(tx, group);
      case "acknowledgement":
        if (group.state !== "acknowledged") return group;
        // Somebody else may have it by now, whose time begins with that.
        if (answer !== null && (await latestAnswer(tx, { groupId: group.id, episode: group.episode })) !== answer) {
          return group;
        }
        return await fireAgain(tx, group, { kind: "note", workflowId, note: "acknowledgement_ended" });
      case "silence": {
        // Somebody may have made it longer.
        const isLonger = group.silencedUntil === null || group.silencedUntil > now();
        if (group.state !== "silenced" || isLonger) return group;
        return await fireAgain(tx, group, { kind: "silence_ended", workflowId, note: null });
      }
    }
  }

  /** It lasts: from now on its card is shown. */
  async function begin(tx: Transaction, group: AlertGroup): Promise<AlertGroup> {
    if (group.state !== "pending") return group;
    const hook = await hookById(tx, group.hookId);
    const options = HookOptions.catch(HookOptions.parse({})).parse(hook?.options ?? {});
    const portal = await rules.find(group.portalId);
    const told = await beginToTell(tx, group, { options, hookName: hook?.name ?? "", portal, now: now() });
    await wakeDeliverer(tx);
    return told;
  }

  async function fireAgain(
    tx: Transaction,
    group: AlertGroup,
    { kind, workflowId, note }: { kind: "note" | "silence_ended"; workflowId: string; note: string | null },
  ): Promise<AlertGroup> {
    const change = {
      state: "firing" as const,
      acknowledgedById: null,
      acknowledgedByName: null,
      silencedUntil: null,
      isSilencedUntilRecovery: false,
      isCardStale: true,
    };
    await changeAlertGroup(tx, group.id, change);
    const { id: groupId, episode, updatedAt } = group;
    // By when it was answered: each answer ends once.
    const sourceKey = `${workflowId}:${kind}:${updatedAt.toISOString()}`;
    await addAlertEvents(tx, [{ groupId, episode, kind, sourceKey, facts: note === null ? {} : { note } }]);
    return { ...group, ...change };
  }
}
