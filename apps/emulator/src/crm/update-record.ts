import { announce } from "../events/app-events.ts";
import type { Portal } from "../portal.ts";
import type { CrmRecord } from "../state/crm.ts";
import { isoDate } from "../wire/iso-date.ts";
import type { CrmChange } from "./add-record.ts";
import { announceChange } from "./announce-change.ts";
import { DEAL, type EntityKind } from "./entity-kind.ts";
import { CHANGED_FUNNEL, keepStageChange } from "./stage-history.ts";
import { enterStage, stagesOf } from "./stages.ts";

/** Changes a record, keeps its way through the stages and tells applications. */
export function updateRecord(
  portal: Portal,
  kind: EntityKind,
  record: CrmRecord,
  change: CrmChange,
  userId: number,
): void {
  const at = isoDate(portal.now());
  const { stageId, categoryId } = record;
  Object.assign(record, change, { updatedTime: at, updatedBy: userId });
  const isOtherFunnel = record.categoryId !== categoryId;
  if (kind.hasStages && (record.stageId !== stageId || isOtherFunnel)) {
    const stages = stagesOf(portal.state, kind, record.categoryId ?? 0);
    const stage = stages.find(({ statusId }) => statusId === record.stageId) ?? stages[0];
    if (stage !== undefined) enterStage(record, stage, at);
    Object.assign(record, { movedTime: at, movedBy: userId });
    if ("previousStageId" in record) record["previousStageId"] = stageId;
    keepStageChange(portal.state, record, at, isOtherFunnel ? CHANGED_FUNNEL : undefined);
  }
  announceChange(portal, kind, record, "UPDATE", userId);
  if (isOtherFunnel && kind.entityTypeId === DEAL.entityTypeId) {
    const FIELDS = { ID: record.id, CATEGORY_ID: record.categoryId, STAGE_ID: record.stageId };
    announce(portal, "ONCRMDEALMOVETOCATEGORY", { FIELDS }, userId);
  }
}

/** Something happened with an entity: a call, a note. Bitrix24 docs: LAST_ACTIVITY_TIME. */
export function markActivity(portal: Portal, record: CrmRecord, userId: number): void {
  record.lastActivityTime = isoDate(portal.now());
  record.lastActivityBy = userId;
}
