import { type AlertEvent, type AlertGroup, type DatabaseHandle, readRota, timelineOf } from "@botdeck/db";
import type { EscalationTarget } from "@botdeck/notifications";

import { isForGood } from "../../services/absence-portal.ts";
import type { DirectoryOf } from "../../services/directories.ts";
import { nameInTime } from "../../services/name-in-time.ts";
import type { OnCall } from "../../services/on-call.ts";

/** Somebody, or a group chat, that a level pages. */
export type Paged = {
  dialogId: string;
  personId: string | null;
  name: string;
  /** As what: what people are told who ask. */
  as: PagedAs;
};
export type PagedAs = "on_call" | "policy_person" | "heads" | "chat" | "fallback";

const AS = { rota: "on_call", person: "policy_person", heads: "heads" } as const satisfies Record<string, PagedAs>;

/** Which time of going through a policy's levels, and which of them, both from 0. */
export type LevelStep = { round: number; level: number };

/** Whom a level means, and who of them is left out because they are away. */
export type WhoIsPaged = (
  group: AlertGroup,
  targets: readonly EscalationTarget[],
  step: LevelStep,
) => Promise<{ paged: Paged[]; away: Paged[] }>;

type Deps = {
  db: DatabaseHandle["db"];
  onCall: Pick<OnCall, "of" | "awayNow">;
  directoryOf: DirectoryOf;
  now: () => Date;
};

/** Finds out whom a level means at this moment. What the portal does not tell is left out: somebody else is paged then. */
export function createWhoIsPaged({ db, onCall, directoryOf, now }: Deps): WhoIsPaged {
  return async (group, targets, step) => {
    const chats: Paged[] = [];
    const people: string[] = [];
    // Whoever a rota names is there by the days of the rota's time zone; those of the portal's may be others.
    const onRotas = new Set<string>();
    const away: Paged[] = [];
    const as = new Map<string, PagedAs>();
    for (const target of targets) {
      if (target.kind === "chat") chats.push({ dialogId: target.dialogId, personId: null, name: "", as: "chat" });
      else {
        const found = await peopleOf(group, target, step);
        people.push(...found);
        for (const id of found) if (!as.has(id)) as.set(id, AS[target.kind]);
        if (target.kind === "rota") for (const id of found) onRotas.add(id);
      }
    }
    const named = people.filter((id) => !onRotas.has(id));
    const absent = await onCall.awayNow(group, named, now());
    const paged: Paged[] = [];
    for (const id of new Set(people)) {
      const name = await nameInTime(directoryOf, group.portalId, id);
      const one = { dialogId: id, personId: id, name, as: as.get(id) ?? ("policy_person" as const) };
      (absent.has(id) ? away : paged).push(one);
    }
    return { paged: [...paged, ...chats], away };
  };

  async function peopleOf(
    group: AlertGroup,
    target: EscalationTarget & { kind: "rota" | "person" | "heads" },
    step: LevelStep,
  ): Promise<readonly string[]> {
    switch (target.kind) {
      case "person":
        return [target.id];
      case "rota": {
        const row = await readRota(db, { id: target.rotaId, portalId: group.portalId });
        return row === null ? [] : (await onCall.of(row, now())).userIds;
      }
      case "heads":
        return await headsOfPaged(group, step);
    }
  }

  /** The nearest head of each who was paged on a lower level of this round and is no head of another of them. */
  async function headsOfPaged(
    { id, episode, portalId }: AlertGroup,
    { round, level }: LevelStep,
  ): Promise<readonly string[]> {
    const events = await timelineOf(db, { groupId: id, episode });
    // Events of a release before this one name no round.
    const isBefore = ({ facts }: AlertEvent) =>
      (facts["round"] ?? round + 1) === round + 1 && Number(facts["level"]) <= level;
    const before = events.flatMap((event) =>
      event.kind === "paged" && event.personId !== null && isBefore(event) ? [event.personId] : [],
    );
    const heads = await Promise.all([...new Set(before)].map((personId) => headsAbove(portalId, personId)));
    return heads.flatMap((above) => above.find((head) => !before.includes(head)) ?? []);
  }

  async function headsAbove(portalId: string, personId: string): Promise<readonly string[]> {
    try {
      return await (await directoryOf(portalId)).headsAbove(personId);
    } catch (error) {
      if (isForGood(error)) return [];
      throw error;
    }
  }
}
