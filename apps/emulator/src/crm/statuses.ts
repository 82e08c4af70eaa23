import type { CrmStatus } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";
import { DEFAULT_STATUSES, type DefaultStatus } from "./default-statuses.ts";

const SORT_STEP = 10;
/** Stages without which a funnel cannot be. */
const SYSTEM_STAGES = new Set(["NEW", "CONVERTED", "JUNK", "WON", "LOSE", "SUCCESS", "FAIL"]);

/** Every entry of every dictionary. The portal's first question fills them with what a new portal has. */
export function allStatuses(state: State): CrmStatus[] {
  if (state.crmStatuses.size === 0) {
    for (const [entityId, statuses] of Object.entries(DEFAULT_STATUSES)) addStatuses(state, entityId, statuses);
  }
  return [...state.crmStatuses.values()];
}

/** The entries of one dictionary in their order, such as `SOURCE` or `DEAL_STAGE_5`. */
export function statusesOf(state: State, entityId: string): CrmStatus[] {
  const own = allStatuses(state).filter((status) => status.entityId === entityId);
  return own.toSorted((one, other) => one.sort - other.sort);
}

/** Puts entries into a dictionary, each code after `prefix`: `C5:` for the stages of funnel 5. */
export function addStatuses(
  state: State,
  entityId: string,
  statuses: readonly DefaultStatus[],
  { prefix = "", categoryId = null }: { prefix?: string; categoryId?: number | null } = {},
): void {
  for (const [index, [statusId, name, color = null, semantics = null]] of statuses.entries()) {
    const id = nextId(state, "crmStatus");
    const isSystem = !isStages(entityId) || SYSTEM_STAGES.has(statusId);
    state.crmStatuses.set(id, {
      id,
      entityId,
      statusId: prefix + statusId,
      name,
      nameInit: isSystem ? name : "",
      sort: (index + 1) * SORT_STEP,
      isSystem,
      categoryId,
      color,
      semantics,
    });
  }
}

/** Whether a dictionary holds the stages of something. */
export function isStages(entityId: string): boolean {
  return entityId === "STATUS" || /(?:^|_)STAGE(?:_\d+)?$/.test(entityId);
}
