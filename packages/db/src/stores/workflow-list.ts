import { and, eq, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";

import type { Database } from "../client.ts";
import {
  absence,
  alertGroup,
  conversation,
  handoff,
  portal,
  ticket,
  WORKFLOW_STATE,
  workflowRef,
} from "../schema/index.ts";

export type WorkflowState = (typeof WORKFLOW_STATE)[number];

/** Null asks for nothing; `isEnded` chooses between what is over and what is at work or still to begin. */
export type WorkflowFilter = { isEnded: boolean; kind: string | null; portalId: string | null };

export type WorkflowCursor = { at: string; id: string };

/** A workflow as a list shows it. */
export type WorkflowRow = {
  /** The workflow id; see `names.ts` of the contracts for its parts. */
  id: string;
  /** The workflow's type, such as `productReturn`. */
  kind: string;
  portalId: string;
  portalDomain: string;
  state: WorkflowState;
  /** The step it waits at; null when it told none. */
  step: string | null;
  outcome: string | null;
  /** Null for what no conversation asked for, such as an escalation. */
  conversationId: string | null;
  /** Whom it is about; null where it is about nobody. */
  personName: string | null;
  /** What it is about in a few words: a ticket's number and title, days of an absence, an alert. */
  subject: string | null;
  /** The task that people work on; null where there is none, or not yet. */
  taskId: string | null;
  createdAt: Date;
  endedAt: Date | null;
};

/** Named one by one, so that the index finds them among all that have ended. */
const OPEN = ["requested", "running"] as const satisfies readonly WorkflowState[];

/** The type of workflow that an open group of alerts has. */
const ESCALATION = "escalation";

/** Workflows of conversations and of alerts, the newest first. */
export async function listWorkflows(
  db: Database,
  filter: WorkflowFilter,
  page: { after: WorkflowCursor | null; limit: number },
): Promise<{ rows: WorkflowRow[]; next: WorkflowCursor | null }> {
  const wanted = page.limit + 1;
  const found = await unionAll(
    newest(ofConversations(db, and(...refConditions(filter), isAfter(page.after, REF))), REF, wanted),
    newest(ofAlerts(db, and(...alertConditions(filter), isAfter(page.after, ALERT))), ALERT, wanted),
  )
    .orderBy(sql`created_at desc, id`)
    .limit(wanted);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last ? { at: last.exactAt, id: last.id } : null;
  return { rows: rows.map(toRow), next };
}

/** One workflow; null when nobody knows it. */
export async function findWorkflow(db: Database, id: string): Promise<WorkflowRow | null> {
  const [found] = await unionAll(
    ofConversations(db, eq(workflowRef.id, id)),
    ofAlerts(db, eq(alertGroup.workflowId, id)),
  ).limit(1);
  return found === undefined ? null : toRow(found);
}

/** How many are at work, by their kind. */
export async function countWorkflows(
  db: Database,
  portalId: string | null,
): Promise<{ kind: string; count: number }[]> {
  const [refs, alerts] = await Promise.all([
    db
      .select({ kind: workflowRef.kind, count: sql<number>`count(*)::int` })
      .from(workflowRef)
      .where(
        and(inArray(workflowRef.state, [...OPEN]), portalId === null ? undefined : eq(workflowRef.portalId, portalId)),
      )
      .groupBy(workflowRef.kind),
    db
      .select({ kind: sql<string>`${ESCALATION}::text`, count: sql<number>`count(*)::int` })
      .from(alertGroup)
      .where(
        and(
          ne(alertGroup.state, "resolved"),
          isNotNull(alertGroup.workflowId),
          portalId === null ? undefined : eq(alertGroup.portalId, portalId),
        ),
      ),
  ]);
  return [...refs, ...alerts].filter(({ count }) => count > 0);
}

/** The steps of a vacation by where its request stands. */
const stepOfAbsence = sql`case ${absence.state} when 'requested' then 'asking' when 'approved' then 'marked' end`;

/** The steps of a hand-over by where it stands; its workflow only watches. */
const stepOfHandoff = sql`nullif(${handoff.state}, 'ended')`;

type Place = { at: SQL; id: SQL };
const REF: Place = { at: sql`${workflowRef.createdAt}`, id: sql`${workflowRef.id}` };
const ALERT: Place = { at: sql`${alertGroup.firstAt}`, id: sql`${alertGroup.workflowId}` };

function ofConversations(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: workflowRef.id,
      kind: workflowRef.kind,
      portalId: workflowRef.portalId,
      portalDomain: portal.domain,
      state: workflowRef.state,
      // What people see moving stands in rows of their own; the workflow tells only of what it says itself.
      step: sql<string | null>`case when ${workflowRef.state} <> 'ended'
        then coalesce(${ticket.state}, ${stepOfAbsence}, ${workflowRef.step}, ${stepOfHandoff}) end`.as("step"),
      outcome: workflowRef.outcome,
      conversationId: sql<string | null>`${workflowRef.conversationId}`.as("conversation_id"),
      personName: sql<
        string | null
      >`coalesce(${absence.personName}, ${ticket.reporterName}, ${conversation.personName})`.as("person_name"),
      subject: sql<string | null>`case
        when ${ticket.id} is not null then '#' || ${ticket.number} || ' ' || ${ticket.title}
        when ${absence.id} is not null then ${absence.fromDay} || ' – ' || ${absence.toDay} end`.as("subject"),
      taskId: sql<string | null>`${ticket.taskId}`.as("task_id"),
      createdAt: workflowRef.createdAt,
      endedAt: workflowRef.endedAt,
      exactAt: sql<string>`${workflowRef.createdAt}::text`.as("exact_at"),
    })
    .from(workflowRef)
    .innerJoin(portal, eq(portal.id, workflowRef.portalId))
    .innerJoin(conversation, eq(conversation.id, workflowRef.conversationId))
    .leftJoin(ticket, eq(ticket.workflowId, workflowRef.id))
    .leftJoin(absence, eq(absence.workflowId, workflowRef.id))
    .leftJoin(handoff, eq(handoff.workflowId, workflowRef.id))
    .where(where)
    .$dynamic();
}

function ofAlerts(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: sql<string>`${alertGroup.workflowId}`.as("id"),
      kind: sql<string>`${ESCALATION}::text`.as("kind"),
      portalId: alertGroup.portalId,
      portalDomain: portal.domain,
      state: sql<WorkflowState>`case when ${alertGroup.state} = 'resolved' then 'ended' else 'running' end`.as("state"),
      step: sql<string | null>`case when ${alertGroup.state} <> 'resolved' then ${alertGroup.state} end`.as("step"),
      outcome: sql<string | null>`case when ${alertGroup.state} = 'resolved' then 'resolved' end`.as("outcome"),
      conversationId: sql<string | null>`null::uuid`.as("conversation_id"),
      personName: sql<string | null>`${alertGroup.acknowledgedByName}`.as("person_name"),
      subject: sql<string | null>`${alertGroup.title}`.as("subject"),
      taskId: sql<string | null>`null::text`.as("task_id"),
      createdAt: sql<Date>`${alertGroup.firstAt}`.mapWith(alertGroup.firstAt).as("created_at"),
      endedAt: sql<Date | null>`case when ${alertGroup.state} = 'resolved' then ${alertGroup.lastAt} end`
        .mapWith(alertGroup.lastAt)
        .as("ended_at"),
      exactAt: sql<string>`${alertGroup.firstAt}::text`.as("exact_at"),
    })
    .from(alertGroup)
    .innerJoin(portal, eq(portal.id, alertGroup.portalId))
    .where(and(isNotNull(alertGroup.workflowId), where))
    .$dynamic();
}

/** Each side reads no more of its index than the page needs. */
function newest<Query extends ReturnType<typeof ofConversations> | ReturnType<typeof ofAlerts>>(
  query: Query,
  place: Place,
  limit: number,
): Query {
  // safe: the builder stays what it is
  return query.orderBy(sql`${place.at} desc`, place.id).limit(limit) as Query;
}

function refConditions({ isEnded, kind, portalId }: WorkflowFilter): (SQL | undefined)[] {
  return [
    isEnded ? eq(workflowRef.state, "ended") : inArray(workflowRef.state, [...OPEN]),
    kind === null ? undefined : eq(workflowRef.kind, kind),
    portalId === null ? undefined : eq(workflowRef.portalId, portalId),
  ];
}

function alertConditions({ isEnded, kind, portalId }: WorkflowFilter): (SQL | undefined)[] {
  return [
    isEnded ? eq(alertGroup.state, "resolved") : ne(alertGroup.state, "resolved"),
    kind === null || kind === ESCALATION ? undefined : sql`false`,
    portalId === null ? undefined : eq(alertGroup.portalId, portalId),
  ];
}

function isAfter(after: WorkflowCursor | null, { at, id }: Place): SQL | undefined {
  if (after === null) return undefined;
  const instant = sql`${after.at}::timestamptz`;
  return sql`(${at} <= ${instant} and (${at} < ${instant} or ${id} > ${after.id}))`;
}

function toRow({ exactAt: _exactAt, ...row }: WorkflowRow & { exactAt: string }): WorkflowRow {
  return { ...row, createdAt: new Date(row.createdAt), endedAt: row.endedAt === null ? null : new Date(row.endedAt) };
}
