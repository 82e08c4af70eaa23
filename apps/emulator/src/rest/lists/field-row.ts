import type { ListField } from "../../state/lists.ts";
import { isProperty } from "./field-types.ts";

/** A field as the methods answer it. Bitrix24 docs: lists-field-get. */
export function fieldRow(field: ListField): Record<string, unknown> {
  const [kind = field.type, userType = ""] = field.type.split(":");
  const choices = field.choices.toSorted((one, other) => one.sort - other.sort);
  const isOwn = isProperty(field.type);
  const byDefault = choices.find(({ isDefault }) => isDefault);
  return {
    FIELD_ID: field.fieldId,
    SORT: field.sort,
    NAME: field.name,
    IS_REQUIRED: field.isRequired ? "Y" : "N",
    MULTIPLE: field.isMultiple ? "Y" : "N",
    DEFAULT_VALUE: byDefault === undefined ? field.defaultValue : String(byDefault.id),
    TYPE: field.type,
    PROPERTY_TYPE: isOwn ? kind : false,
    PROPERTY_USER_TYPE: userType === "" ? false : { PROPERTY_TYPE: kind, USER_TYPE: userType },
    CODE: field.code,
    ID: isOwn ? String(field.id) : false,
    LINK_IBLOCK_ID: field.linkListId === null ? null : String(field.linkListId),
    ROW_COUNT: String(field.rowCount),
    COL_COUNT: String(field.columnCount),
    USER_TYPE_SETTINGS: field.userTypeSettings,
    SETTINGS: field.settings,
    ...(field.type === "L" && {
      DISPLAY_VALUES_FORM: Object.fromEntries(choices.map(({ id, value }) => [id, value])),
    }),
  };
}
