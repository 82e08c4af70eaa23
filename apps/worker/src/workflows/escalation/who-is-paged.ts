import { type AlertGroup, type DatabaseHandle, readRota, timelineOf } from "@botdeck/db";
import type { EscalationTarget } from "@botdeck/notifications";

import { isForGood } from "../../services/absence-portal.ts";
import type { DirectoryOf } from "../../services/directories.ts";
import { nameInTime } from "../../services/name-in-time.ts";
import type { OnCall } from "../../services/on-call.ts";

/** Somebody, or a group chat, that a level pages. */
export type Paged = { dialogId: string; personId: string | null; name: string };

/** Whom a level means, and who of them is left out because they are away. */
export type WhoIsPaged = (
  group: AlertGroup,
  targets: readonly EscalationTarget[],
) => Promise<{ paged: Paged[]; away: string[] }>;

type Deps = {
  db: DatabaseHandle["db"];
  onCall: Pick<OnCall, "of" | "awayNow">;
  directoryOf: DirectoryOf;
  now: () => Date;
};

/** Finds out whom a level means at this moment. What the portal does not tell is left out: somebody else is paged then. */
export function createWhoIsPaged({ db, onCall, directoryOf, now }: Deps): WhoIsPaged {
  return async (group, targets) => {
    const chats: Paged[] = [];
    const people: string[] = [];
    const away: string[] = [];
    for (const target of targets) {
      if (target.kind === "chat") chats.push({ dialogId: target.dialogId, personId: null, name: "" });
      else people.push(...(await peopleOf(group, target)));
    }
    const absent = await onCall.awayNow(group, people, now());
    const paged: Paged[] = [];
    for (const id of new Set(people)) {
      if (absent.has(id)) away.push(id);
      else paged.push({ dialogId: id, personId: id, name: await nameInTime(directoryOf, group.portalId, id) });
    }
    return { paged: [...paged, ...chats], away };
  };

  async function peopleOf(
    group: AlertGroup,
    target: EscalationTarget & { kind: "rota" | "person" | "heads" },
  ): Promise<readonly string[]> {
    switch (target.kind) {
      case "person":
        return [target.id];
      case "rota": {
        const row = await readRota(db, { id: target.rotaId, portalId: group.portalId });
        return row === null ? [] : (await onCall.of(row, now())).userIds;
      }
      case "heads":
        return await headsOfPaged(group);
    }
  }

  /** The nearest head of each who was paged before and is no head of another of them. */
  async function headsOfPaged({ id, episode, portalId }: AlertGroup): Promise<readonly string[]> {
    const events = await timelineOf(db, { groupId: id, episode });
    const before = events.flatMap(({ kind, personId }) => (kind === "paged" && personId !== null ? [personId] : []));
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
