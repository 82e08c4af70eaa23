import type { CrmRecord, StageChange } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";

export const CREATED = 1;
const MOVED_ON = 2;
const CAME_TO_AN_END = 3;
export const CHANGED_FUNNEL = 5;

/** Keeps an entity's step to the stage it is in now. Bitrix24 docs: crm.stagehistory.list. */
export function keepStageChange(state: State, record: CrmRecord, at: string, kind?: 1 | 5): void {
  const id = nextId(state, "stageChange");
  const change: StageChange = {
    id,
    entityTypeId: record.entityTypeId,
    ownerId: record.id,
    kind: kind ?? (record.stageSemanticId === "P" ? MOVED_ON : CAME_TO_AN_END),
    at,
    categoryId: record.categoryId ?? 0,
    stageId: record.stageId ?? "",
    stageSemanticId: record.stageSemanticId ?? "P",
  };
  state.stageChanges.set(id, change);
}
