import { recordUrl } from "@botdeck/crm";
import { type AuditEntry, type WorkflowRow } from "@botdeck/db";
import { canBeNudged } from "@botdeck/desk";

import { shownError } from "../conversation/around-view.ts";
import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName, maskText } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";
import type { HistoryLine } from "./tell-history.ts";
import type { WorkflowLook } from "./temporal-desk.ts";

/** What Temporal itself says. `away`: it does not answer now · `unknown`: it has forgotten the workflow, or was never told of it. */
export type Told = ({ is: "shown" } & WorkflowLook) | { is: "unknown" | "away" | "not_connected" };

/** A workflow as a list shows it; instants are ISO texts. */
export function workflowView(workflow: WorkflowRow, role: Role) {
  const isHidden = hidesPersonalData(role);
  const { id, kind, portalId, portalDomain, state, step, outcome, conversationId, personName, subject } = workflow;
  return {
    id,
    kind,
    portalId,
    portalDomain,
    state,
    step,
    outcome,
    conversationId,
    personName: isHidden && personName !== null ? maskName(personName) : personName,
    subject: isHidden && subject !== null ? maskText(subject) : subject,
    createdAt: workflow.createdAt.toISOString(),
    endedAt: workflow.endedAt?.toISOString() ?? null,
  };
}

type Opened = {
  workflow: WorkflowRow;
  told: Told;
  /** What people of the console did to it, newest first. */
  acts: readonly AuditEntry[];
  taskId: string | null;
  /** Somebody wants it stopped, and it has not heard of it yet. */
  isStopping: boolean;
  temporalUrl: string | null;
};

/** A workflow whole: its row, what Temporal says, and what people did. */
export function openedWorkflowView(opened: Opened, role: Role) {
  const { workflow, told, acts, taskId, isStopping, temporalUrl } = opened;
  const { kind, id, portalDomain } = workflow;
  return {
    ...workflowView(workflow, role),
    canBeNudged: canBeNudged(workflow),
    /** Null for what is no escalation. */
    alertGroupId: kind === "escalation" ? (id.split(":").at(2) ?? null) : null,
    taskUrl: taskId === null ? null : recordUrl({ kind: "task", id: taskId }, `https://${portalDomain}`, null),
    temporalUrl,
    isStopping,
    told: told.is === "shown" ? shownLook(told, role) : told,
    acts: acts.map(({ id: actId, action, actorName, detail, at }) => ({
      id: actId,
      action,
      actorName,
      reason: typeof detail["reason"] === "string" ? detail["reason"] : null,
      at: at.toISOString(),
    })),
  };
}

/** Errors may quote what people wrote. */
function shownLook(look: Told & { is: "shown" }, role: Role) {
  return {
    ...look,
    codeFailure: shownError(look.codeFailure, role),
    pending: look.pending.map((step) => ({ ...step, failure: shownError(step.failure, role) })),
    history: look.history.map((line): HistoryLine => {
      if (line.kind === "did") return { ...line, failure: shownError(line.failure, role) };
      return line.kind === "ended" ? { ...line, reason: shownError(line.reason, role) } : line;
    }),
  };
}
