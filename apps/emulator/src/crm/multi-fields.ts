import type { MultiField } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";

export const MULTI_FIELD_TYPES = ["PHONE", "EMAIL", "WEB", "IM", "LINK"] as const;

/** One given value: without `id` a new one; with `id` it changes that one, or deletes it when it is empty. */
export type GivenMultiField = {
  id: number | null;
  typeId: MultiField["typeId"];
  valueType: string | null;
  /** null leaves it as it is. */
  value: string | null;
};

export function isMultiFieldType(value: string): value is MultiField["typeId"] {
  // safe: the list is only asked whether it has this text
  return (MULTI_FIELD_TYPES as readonly string[]).includes(value);
}

/** The values of an entity after a change. What is not mentioned stays. Bitrix24 docs: crm_multifield. */
export function changedMultiFields(
  state: State,
  current: readonly MultiField[],
  given: readonly GivenMultiField[],
): MultiField[] {
  let values = [...current];
  for (const { id, typeId, valueType, value } of given) {
    const known = id === null ? undefined : values.find((one) => one.id === id && one.typeId === typeId);
    if (known !== undefined && value === "") values = values.filter((one) => one !== known);
    else if (known !== undefined) {
      const next = { ...known, valueType: valueType ?? known.valueType, value: value ?? known.value };
      values = values.map((one) => (one === known ? next : one));
    } else if (id === null && value !== null && value !== "") {
      values.push({ id: nextId(state, "multiField"), typeId, valueType: valueType ?? "WORK", value });
    }
  }
  return values;
}
