import { isId } from "@botdeck/core/ids";
import { and, eq } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { type AlertGroup, alertGroup } from "../../schema/alert.ts";
import { isForgotten } from "./forgotten.ts";
import {
  addAlertEvents,
  alertEventByKey,
  changeAlertGroup,
  type GroupChange,
  type NewAlertEvent,
} from "./open-group.ts";

/** What somebody does about a group of alerts. */
export type AlertAnswer =
  | { kind: "acknowledged" }
  /** The next level is paged, whoever has it now. */
  | { kind: "escalated" }
  /** Until it recovers when null. */
  | { kind: "silenced"; until: Date | null };

/** Whoever answers, and the event of their press: the same event again changes nothing. */
export type Answering = { portalId: string; groupId: string; personId: string; personName: string; eventId: string };

/**
 * `done`: it is as was wanted, now or by the same press before · `taken`: somebody acknowledged it earlier · `over`: it has
 * recovered · `forgotten`: its escalation gave it up, so nobody would heed an answer · `gone`: there is no such group.
 */
export type AlertAnswered =
  | { kind: "done"; group: AlertGroup; isNew: boolean }
  | { kind: "taken" | "over" | "forgotten"; group: AlertGroup }
  | { kind: "gone" };

/** Answers a group of alerts. Of several who acknowledge, the first one has it. Nothing is written unless it is `done`. */
export function answerAlert(
  db: DatabaseHandle["db"] | Transaction,
  { portalId, groupId, personId, personName, eventId }: Answering,
  answer: AlertAnswer,
): Promise<AlertAnswered> {
  return db.transaction(async (tx) => {
    const group = await lockGroup(tx, { portalId, groupId });
    if (group === null) return { kind: "gone" };
    const sourceKey = `${eventId}:${answer.kind}`;
    if ((await alertEventByKey(tx, sourceKey)) !== null) return { kind: "done", group, isNew: false };
    if (group.state === "resolved") return { kind: "over", group };
    if (await isForgotten(tx, group)) return { kind: "forgotten", group };
    const isTaken = answer.kind === "acknowledged" && group.state === "acknowledged";
    if (isTaken && group.acknowledgedById !== personId) return { kind: "taken", group };
    if (isTaken) return { kind: "done", group, isNew: false };
    const change = changeOf(answer, { personId, personName });
    await changeAlertGroup(tx, group.id, { ...change, isCardStale: true });
    await addAlertEvents(tx, [
      { ...eventOf(answer), groupId: group.id, episode: group.episode, personId, personName, sourceKey },
    ]);
    return { kind: "done", group: { ...group, ...change }, isNew: true };
  });
}

/** A group of a portal, locked until the transaction ends; null for any other id, whatever it looks like. */
export async function lockGroup(
  tx: Transaction,
  { portalId, groupId }: Pick<Answering, "portalId" | "groupId">,
): Promise<AlertGroup | null> {
  if (!isId(groupId)) return null;
  const isIt = and(eq(alertGroup.id, groupId), eq(alertGroup.portalId, portalId));
  const [locked] = await tx.select().from(alertGroup).where(isIt).for("update");
  return locked ?? null;
}

const NOT_SILENCED = { silencedUntil: null, isSilencedUntilRecovery: false } as const;
const NOT_ACKNOWLEDGED = { acknowledgedById: null, acknowledgedByName: null } as const;

function changeOf(
  answer: AlertAnswer,
  { personId, personName }: Pick<Answering, "personId" | "personName">,
): GroupChange {
  switch (answer.kind) {
    case "acknowledged":
      return { state: "acknowledged", acknowledgedById: personId, acknowledgedByName: personName, ...NOT_SILENCED };
    case "silenced":
      return {
        state: "silenced",
        silencedUntil: answer.until,
        isSilencedUntilRecovery: answer.until === null,
      };
    case "escalated":
      return { state: "firing", ...NOT_ACKNOWLEDGED, ...NOT_SILENCED };
  }
}

function eventOf(answer: AlertAnswer): Pick<NewAlertEvent, "kind" | "facts"> {
  if (answer.kind !== "silenced") return { kind: answer.kind, facts: { isAsked: true } };
  return { kind: "silenced", facts: { until: answer.until?.toISOString() ?? null } };
}
