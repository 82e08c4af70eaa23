import type { CrmType } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";
import { kindOf } from "./entity-kind.ts";
import { addCategory } from "./stages.ts";

/** Numbers of smart processes are even and start here. Bitrix24 docs: crm.type.add. */
const FIRST_ENTITY_TYPE_ID = 1030;
const STEP = 2;

/** What a smart process can have, and whether a new one does. */
export const TYPE_SWITCHES: Readonly<Record<string, string>> = {
  isCategoriesEnabled: "N",
  isStagesEnabled: "Y",
  isBeginCloseDatesEnabled: "Y",
  isClientEnabled: "Y",
  isUseInUserfieldEnabled: "N",
  isLinkWithProductsEnabled: "Y",
  isMycompanyEnabled: "N",
  isDocumentsEnabled: "N",
  isSourceEnabled: "Y",
  isObserversEnabled: "Y",
  isRecyclebinEnabled: "N",
  isAutomationEnabled: "N",
  isBizProcEnabled: "N",
  isSetOpenPermissions: "Y",
  isPaymentsEnabled: "N",
  isCountersEnabled: "N",
};

/** A smart process with one funnel. `at` is the moment of its making. */
export function addType(
  state: State,
  title: string,
  userId: number,
  at: string,
  more: Partial<Pick<CrmType, "code" | "switches">> = {},
): CrmType {
  const id = nextId(state, "crmType");
  const type: CrmType = {
    id,
    entityTypeId: FIRST_ENTITY_TYPE_ID + id * STEP,
    title,
    code: "",
    createdBy: userId,
    createdTime: at,
    updatedTime: at,
    updatedBy: userId,
    ...more,
    switches: { ...TYPE_SWITCHES, ...more.switches },
  };
  state.crmTypes.set(id, type);
  const kind = kindOf(state, type.entityTypeId);
  if (kind !== null) addCategory(state, kind, "General", true);
  return type;
}
