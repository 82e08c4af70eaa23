import type { RecordChange } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  addHook,
  alertEvent,
  alertGroup,
  type Database,
  hookSample,
  inboxEvent,
  notification,
  notificationRule,
  rota,
  rotaOverride,
  ruleError,
} from "@botdeck/db";
import { BUILT_IN_RULES, Rule } from "@botdeck/notifications";

type Ids = { portalId: string; botId: string };

/** People of the portal's sales department, by portal user id. */
export const PEOPLE: RecordChange["people"] = {
  "7": { name: "Nina Sales", headIds: ["9"], departmentIds: ["3"] },
  "8": { name: "Oleg Sales", headIds: ["9"], departmentIds: ["3"] },
  "9": { name: "Maria Head", headIds: [], departmentIds: ["3"] },
};

/** A rule that is built in, as somebody would write it. */
export function builtIn(code: string): Rule {
  const found = BUILT_IN_RULES.find((rule) => rule.code === code);
  if (found === undefined) throw new TypeError(`no rule ${code} is built in`);
  return Rule.parse(found);
}

/**
 * A change of a deal, as the deliverer keeps it in the inbox.
 *
 * @returns The id of its event.
 */
export async function addDealChange(
  db: Database,
  { portalId, botId }: Ids,
  deal: { id: number; stageId: string; stageName: string; amount: number; responsibleId?: string },
  occurredAt = new Date(Date.now() - 60_000),
): Promise<string> {
  const { id, responsibleId = "7", ...facts } = deal;
  const body: RecordChange = {
    kind: "record.changed",
    portalId,
    botId,
    subject: `deal:${id}`,
    change: "updated",
    record: {
      ...facts,
      id: String(id),
      title: `Deal ${id}`,
      currency: "RUB",
      responsibleId,
      outcome: "open",
      changedById: "8",
      url: `https://demo.example/crm/deal/details/${id}/`,
    },
    history: { stageId: "NEW", stageName: "New", outcome: "open", amount: facts.amount, responsibleId },
    people: PEOPLE,
    userId: "8",
    occurredAt: occurredAt.toISOString(),
  };
  const eventId = newId();
  await db.insert(inboxEvent).values({
    id: eventId,
    dedupeKey: newId(),
    portalId,
    botId,
    lane: `${portalId}:deal:${id}`,
    kind: body.kind,
    body,
    status: "done",
  });
  return eventId;
}

/** A rule of the portal's own that could not be evaluated. */
export async function addFaultyRule(db: Database, portalId: string): Promise<{ code: string }> {
  const code = `own:${newId()}`;
  await db.insert(notificationRule).values({
    portalId,
    code,
    rule: { ...builtIn("lead.new"), title: { en: "Leads of partners", ru: "Лиды партнёров" } },
    updatedBy: "somebody",
  });
  const problem = [{ place: "condition", code: "condition_type", values: { type: "a string" } }];
  await db.insert(ruleError).values({ portalId, code, problem: JSON.stringify(problem), toldAt: new Date() });
  return { code };
}

/** What a rule came to: told one, held another back, told nobody. */
export async function addNotifications(db: Database, { portalId, botId }: Ids, at = new Date()): Promise<void> {
  const event = {
    step: "event",
    passed: true,
    facts: { subject: "deal:17", change: "updated", actorId: "8" },
  } as const;
  const rule = { step: "rule", passed: true, facts: { code: "deal.stage" } } as const;
  const begun = [event, rule, { step: "condition", passed: true, facts: {} }] as const;
  const audience = { step: "audience", passed: true, facts: { as: "responsible" } } as const;
  const dueAt = new Date(at.getTime() + 3_600_000);
  const quiet = { reason: "quiet_hours", dueAt: dueAt.toISOString(), timeZone: "UTC" };
  const of = { portalId, botId, ruleCode: "deal.stage", subject: "deal:17" };
  const earlier = (seconds: number) => new Date(at.getTime() - seconds * 1_000);
  await db.insert(notification).values([
    {
      ...of,
      eventId: newId(),
      dialogId: "7",
      outcome: "sent",
      line: "Deal of Anna Field: New → Negotiation",
      path: [...begun, audience, { step: "delivery", passed: true, facts: { urgency: "normal" } }],
      createdAt: at,
    },
    {
      ...of,
      eventId: newId(),
      dialogId: "9",
      outcome: "held",
      line: "Deal of Anna Field: New → Negotiation",
      path: [...begun, audience, { step: "quiet_hours", passed: false, facts: quiet }],
      dueAt,
      createdAt: earlier(1),
    },
    {
      ...of,
      subject: "deal:18",
      eventId: newId(),
      dialogId: null,
      outcome: "skipped",
      path: [event, rule, { step: "condition", passed: false, facts: {} }],
      createdAt: earlier(2),
    },
  ]);
}

/** A source, with what it posted: one accepted, one refused. */
export async function addSource(db: Database, { botId }: Ids): Promise<{ hookId: string }> {
  const { id: hookId } = await addHook(db, { botId, name: "Prometheus", kind: "alertmanager" });
  await db.insert(hookSample).values([
    { hookId, status: 202, reason: null, body: `{"status":"firing","alerts":[{"labels":{"alertname":"DiskFull"}}]}` },
    {
      hookId,
      status: 401,
      reason: "The post does not prove that its sender was given this hook",
      refusal: { code: "not_proven", values: {} },
      body: `{"authorization":"•••"}`,
    },
  ]);
  return { hookId };
}

/** A group of alerts that was acknowledged after somebody was paged. */
export async function addAlertGroup(
  db: Database,
  { portalId, botId }: Ids,
  hookId: string,
  state: "firing" | "acknowledged" | "resolved" = "acknowledged",
): Promise<{ groupId: string }> {
  const groupId = newId();
  const at = new Date();
  const startsAt = at.toISOString();
  const alert = {
    name: "DiskFull",
    severity: "critical",
    endsAt: null,
    url: "https://prometheus.example/graph",
  } as const;
  await db.insert(alertGroup).values({
    id: groupId,
    portalId,
    botId,
    hookId,
    key: groupId,
    title: "DiskFull on db1 and db2",
    severity: "critical",
    state,
    alerts: ["db1", "db2"].map((host) => ({
      ...alert,
      fingerprint: host,
      status: "firing" as const,
      summary: `The disk of ${host} is full to 97 %.`,
      labels: { alertname: "DiskFull", host },
      startsAt,
    })),
    labels: { alertname: "DiskFull", service: "postgres" },
    firing: 2,
    total: 2,
    acknowledgedById: "7",
    acknowledgedByName: "Nina Sales",
    firstAt: at,
    lastAt: at,
  });
  const events = ["fired", "paged", "escalated", "acknowledged"] as const;
  await db.insert(alertEvent).values(
    events.map((kind, index) => ({
      groupId,
      episode: 1,
      kind,
      personId: kind === "paged" || kind === "acknowledged" ? "7" : null,
      personName: kind === "paged" || kind === "acknowledged" ? "Nina Sales" : null,
      facts: kind === "escalated" ? { level: 2 } : {},
      sourceKey: newId(),
      at: new Date(at.getTime() + index * 1_000),
    })),
  );
  return { groupId };
}

/** A rota of two who take turns of a week, with a swap that is agreed. */
export async function addRota(db: Database, portalId: string, now: Date): Promise<{ rotaId: string }> {
  const startsOn = new Date(now.getTime() - 3 * 86_400_000).toISOString().slice(0, 10);
  const layers = [{ people: ["7", "8"], turn: { every: "week", count: 1 }, startsOn, changesAt: "09:00" }];
  const [made] = await db.insert(rota).values({ portalId, name: "Servers", timeZone: "UTC", layers }).returning();
  if (made === undefined) throw new TypeError("nothing inserted");
  const fromAt = new Date(now.getTime() + 86_400_000);
  await db.insert(rotaOverride).values({
    rotaId: made.id,
    userId: "9",
    userName: "Maria Head",
    fromAt,
    untilAt: new Date(fromAt.getTime() + 86_400_000),
    state: "agreed",
    askedById: "7",
    askedByName: "Nina Sales",
  });
  return { rotaId: made.id };
}
