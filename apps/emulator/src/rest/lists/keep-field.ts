import type { ListField } from "../../state/lists.ts";
import { nextId, type State } from "../../state/state.ts";

export const DEFAULT_SORT = 500;
/** Where a field is shown, as long as nobody says otherwise. */
export const FIELD_SETTINGS = {
  SHOW_ADD_FORM: "Y",
  SHOW_EDIT_FORM: "Y",
  ADD_READ_ONLY_FIELD: "N",
  EDIT_READ_ONLY_FIELD: "N",
  SHOW_FIELD_PREVIEW: "N",
};
/** The one column that every list has. */
export const NAME = "NAME";

/** The columns of a list in their order. */
export function fieldsOf(state: State, listId: number): ListField[] {
  const fields = [...state.listFields.values()].filter((field) => field.listId === listId);
  return fields.toSorted((one, other) => one.sort - other.sort || one.id - other.id);
}

/** The name is the one column that every list has from the start. */
export function createNameField(state: State, listId: number): void {
  keepField(state, { listId, fieldId: NAME, type: NAME, name: "Name", sort: 10, isRequired: true });
}

/** @param fields Without `fieldId` it becomes a property. */
export function keepField(
  state: State,
  fields: Pick<ListField, "listId" | "name" | "type"> & Partial<ListField>,
): ListField {
  const id = nextId(state, "listField");
  const field: ListField = {
    fieldId: `PROPERTY_${id}`,
    code: "",
    sort: DEFAULT_SORT,
    isRequired: false,
    isMultiple: false,
    defaultValue: "",
    linkListId: null,
    choices: [],
    settings: FIELD_SETTINGS,
    userTypeSettings: null,
    rowCount: 1,
    columnCount: 30,
    ...fields,
    id,
  };
  state.listFields.set(id, field);
  return field;
}
