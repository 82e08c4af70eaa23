import { AppError } from "@botdeck/core";
import {
  type AuditEntry,
  effectByKey,
  findWorkflow,
  listAudit,
  type OutboxEffect,
  type WorkflowRow,
} from "@botdeck/db";

import type { Context } from "../trpc.ts";
import type { TemporalDesk } from "./temporal-desk.ts";
import type { Told } from "./view.ts";

/** Of what people did to one workflow. */
const MOST_ACTS = 50;
/** A stop that was delivered is heard within this, in milliseconds. */
const HEARD_WITHIN_MS = 30_000;
const ON_ITS_WAY: readonly string[] = ["ready", "sending", "uncertain"] satisfies OutboxEffect["status"][];

/**
 * All that is known of a workflow. Our own tables know it also while Temporal is away.
 *
 * @throws AppError `not_found` when nobody knows it.
 */
export async function lookAtWorkflow({ db, temporal }: Pick<Context, "db" | "temporal">, id: string) {
  const workflow = await findWorkflow(db, id);
  if (workflow === null) throw new AppError("not_found", "Nobody knows this workflow, or no longer.");
  const [told, { rows: acts }, taskId] = await Promise.all([
    askTemporal(temporal, id),
    listAudit(db, { subjectId: id }, { after: null, limit: MOST_ACTS }),
    taskOf(db, workflow),
  ]);
  const isStopping = workflow.state !== "ended" && (await isStopOnItsWay(db, acts));
  return { workflow, told, acts, taskId, isStopping, temporalUrl: temporal?.pageOf(id) ?? null };
}

/** Until it is delivered, and has had a moment to be heard: it may come too late, or what was stopped is opened again. */
async function isStopOnItsWay(db: Context["db"], acts: readonly AuditEntry[]): Promise<boolean> {
  const last = acts.find(({ action }) => action === "workflow.stop");
  if (last === undefined) return false;
  if (Date.now() - last.at.getTime() < HEARD_WITHIN_MS) return true;
  const effect = await effectByKey(db, String(last.detail["effectKey"]));
  return effect !== null && ON_ITS_WAY.includes(effect.status);
}

async function askTemporal(temporal: TemporalDesk | null, id: string): Promise<Told> {
  if (temporal === null) return { is: "not_connected" };
  try {
    const look = await temporal.look(id);
    return look === null ? { is: "unknown" } : { is: "shown", ...look };
  } catch (error) {
    if (error instanceof AppError && error.code === "unreachable") return { is: "away" };
    throw error;
  }
}

/** A ticket names its task; what else makes one puts it under this key. */
async function taskOf(db: Context["db"], { id, taskId }: WorkflowRow): Promise<string | null> {
  return taskId ?? (await effectByKey(db, `${id}:task`))?.externalId ?? null;
}
