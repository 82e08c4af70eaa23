import { categoriesOf, stageDictionary, stagesOf } from "../../crm/stages.ts";
import { allKinds, DEAL, type EntityKind } from "../../crm/entity-kind.ts";
import type { State } from "../../state/state.ts";

const PLAIN: readonly (readonly [id: string, name: string])[] = [
  ["SOURCE", "Sources"],
  ["CONTACT_TYPE", "Contact types"],
  ["COMPANY_TYPE", "Company types"],
  ["EMPLOYEES", "Company size"],
  ["INDUSTRY", "Industries"],
  ["DEAL_TYPE", "Deal types"],
  ["EVENT_TYPE", "Event types"],
  ["HONORIFIC", "Salutations"],
];

/** Every dictionary the portal has; those of stages say which stages end them. Bitrix24 docs: crm.status.entity.types. */
export function dictionaryTypes(state: State): Record<string, unknown>[] {
  const stages = allKinds(state)
    .filter(({ hasStages }) => hasStages)
    .flatMap((kind) => funnelsOf(state, kind).map(({ id, name }) => stageType(state, kind, id, name)));
  return [...stages, ...PLAIN.map(([ID, NAME]) => ({ ID, NAME }))];
}

function funnelsOf(state: State, kind: EntityKind): { id: number; name: string }[] {
  return kind.hasCategories ? categoriesOf(state, kind) : [{ id: 0, name: "" }];
}

function stageType(state: State, kind: EntityKind, categoryId: number, funnel: string): Record<string, unknown> {
  const stages = stagesOf(state, kind, categoryId);
  const codeOf = (semantics: string | null): string =>
    stages.find((stage) => stage.semantics === semantics)?.statusId ?? "";
  return {
    ID: stageDictionary(kind, categoryId),
    NAME: funnel === "" ? `${kind.title} stages` : `${kind.title} stages: ${funnel}`,
    SEMANTIC_INFO: {
      START_FIELD: codeOf(null),
      FINAL_SUCCESS_FIELD: codeOf("S"),
      FINAL_UNSUCCESS_FIELD: codeOf("F"),
      FINAL_SORT: stages.find(({ semantics }) => semantics === "S")?.sort ?? 0,
    },
    ENTITY_TYPE_ID: kind.entityTypeId,
    ...(kind === DEAL &&
      categoryId > 0 && { PARENT_ID: "DEAL_STAGE", PREFIX: `C${categoryId}`, CATEGORY_ID: categoryId }),
  };
}
