import type { EntityKind } from "../../crm/entity-kind.ts";
import { describe } from "./old-fields.ts";

/** The answer of `crm.item.fields`. Bitrix24 docs: crm.item.fields. */
export function itemFieldsOf(kind: EntityKind, stageDictionary: string | null): Record<string, unknown> {
  const entries = kind.fields
    .filter(({ isInItem }) => isInItem)
    .map((field) => {
      const isStage = field.key === "stageId" || field.key === "previousStageId";
      const dictionary = isStage ? stageDictionary : field.dictionary;
      return [field.key, { ...describe({ ...field, dictionary }), upperName: upperName(field.key) }] as const;
    });
  const fm = { type: "crm_multifield", isMultiple: true, isDynamic: false, title: "Communications", upperName: "FM" };
  const all = kind.hasMultiFields ? [...entries, ["fm", fm] as const] : entries;
  return Object.fromEntries(all);
}

function upperName(key: string): string {
  return key.replaceAll(/[A-Z]|\d+$/g, (part) => `_${part}`).toUpperCase();
}
