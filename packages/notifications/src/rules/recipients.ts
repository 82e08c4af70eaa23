import type { NotificationStep, RecordChange } from "@botdeck/core";

import type { Audience } from "./rule.ts";
import type { RuleEvent } from "./rule-event.ts";

/** Somebody, or a chat, that a rule tells. */
export type Recipient = {
  /** A portal user id, or a group chat's id. */
  dialogId: string;
  isPerson: boolean;
  /** As what: `responsible`, `supervisor` … */
  as: string;
};

type Asked = {
  audience: readonly Audience[];
  exceptActor: boolean;
  event: RuleEvent;
  people: RecordChange["people"];
  /** Who is on call now, by the rota's name. */
  onCall: ReadonlyMap<string, readonly string[]>;
  settings: Readonly<Record<string, unknown>>;
  /** Whom the rule itself names counts as there, also where the event did not look for them. */
  trustsNamed?: boolean;
};

type Found = { told: readonly Recipient[]; left: readonly (Recipient & { reason: "actor" | "not_there" })[] };

/** Whom a rule tells of an event, each once; and who would have been told, with why not. */
export function recipientsOf({
  audience,
  exceptActor,
  event,
  people,
  onCall,
  settings,
  trustsNamed = false,
}: Asked): Found {
  const all = audience.flatMap((one): Recipient[] => {
    const as = asWhat(one);
    if (one.kind === "chat") return [{ dialogId: one.dialogId, isPerson: false, as }];
    return idsOf(one, { event, people, onCall, settings }).map((dialogId) => ({ dialogId, isPerson: true, as }));
  });
  const once = [...new Map(all.toReversed().map((one) => [one.dialogId, one])).values()].toReversed();
  const judged = once.map((one) => ({
    ...one,
    reason: reasonAgainst(one, { exceptActor, event, people, trustsNamed }),
  }));
  return {
    told: judged.flatMap(({ reason, ...one }) => (reason === null ? [one] : [])),
    left: judged.flatMap(({ reason, ...one }) => (reason === null ? [] : [{ ...one, reason }])),
  };
}

function reasonAgainst(
  { dialogId, isPerson, as }: Recipient,
  { exceptActor, event, people, trustsNamed }: Pick<Asked, "exceptActor" | "event" | "people" | "trustsNamed">,
): "actor" | "not_there" | null {
  if (!isPerson) return null;
  if (exceptActor && event.actor?.id === dialogId) return "actor";
  // Of who is on call the rota knows; all others have an account, and have not left.
  if (as === "on_call" || (as === "person" && trustsNamed === true)) return null;
  return people[dialogId] === undefined ? "not_there" : null;
}

function idsOf(
  one: Exclude<Audience, { kind: "chat" }>,
  given: Omit<Asked, "audience" | "exceptActor" | "trustsNamed">,
): string[] {
  const { event, people, onCall, settings } = given;
  const field = (name: string) => idsIn(event.record?.[name]);
  switch (one.kind) {
    case "person":
      return [one.id];
    case "department":
      return membersOf(one.id, people);
    case "order_department": {
      const id = settings["orderDepartmentId"];
      return typeof id === "string" ? membersOf(id, people) : byDefaultAmong(people);
    }
    case "on_call":
      return [...(onCall.get(one.rota) ?? [])];
    case "supervisor":
      return field("responsibleId").flatMap((id) => people[id]?.headIds.slice(0, 1) ?? []);
    case "role":
      if (one.role === "responsible") return field("responsibleId");
      if (one.role === "creator") return field("creatorId");
      return [...field("responsibleId"), ...field("creatorId"), ...field("participantIds")];
  }
}

const membersOf = (departmentId: string, people: RecordChange["people"]): string[] =>
  Object.entries(people).flatMap(([id, { departmentIds }]) => (departmentIds.includes(departmentId) ? [id] : []));

/** Who is told where nothing else says who is. */
export const byDefaultAmong = (people: RecordChange["people"]): string[] =>
  Object.entries(people).flatMap(([id, { isByDefault }]) => (isByDefault === true ? [id] : []));

function idsIn(value: unknown): string[] {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return ids.filter((id): id is string => typeof id === "string" && id !== "" && id !== "0");
}

const asWhat = (one: Audience): string => (one.kind === "role" ? one.role : one.kind);

/** The step of a path at which somebody was found, or left out. */
export const audienceStep = (
  passed: boolean,
  facts: { as?: string; reason?: string; count?: number },
): NotificationStep => ({ step: "audience", passed, facts });
