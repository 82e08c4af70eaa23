import type { Portal } from "../../portal.ts";
import type { ListField } from "../../state/lists.ts";
import { nextId } from "../../state/state.ts";
import { flag, integer, list as listOf, record, text, type Params } from "../params.ts";
import { DEFAULT_SORT, FIELD_SETTINGS } from "./keep-field.ts";

/** What a caller gives a field, under upper-case names; only what was given. Bitrix24 docs: lists-field-add. */
export function readField(portal: Portal, fields: Params): Partial<ListField> {
  const has = (name: string): boolean => fields[name] !== undefined;
  return {
    ...(has("IS_REQUIRED") && { isRequired: flag(fields, "IS_REQUIRED", false) }),
    ...(has("MULTIPLE") && { isMultiple: flag(fields, "MULTIPLE", false) }),
    ...(has("SORT") && { sort: integer(fields, "SORT") ?? DEFAULT_SORT }),
    ...(has("CODE") && { code: text(fields, "CODE") }),
    ...(has("DEFAULT_VALUE") && { defaultValue: fields["DEFAULT_VALUE"] }),
    ...(has("LINK_IBLOCK_ID") && { linkListId: integer(fields, "LINK_IBLOCK_ID") }),
    ...(has("SETTINGS") && { settings: { ...FIELD_SETTINGS, ...record(fields, "SETTINGS") } }),
    ...(has("USER_TYPE_SETTINGS") && { userTypeSettings: record(fields, "USER_TYPE_SETTINGS") }),
    ...(has("ROW_COUNT") && { rowCount: integer(fields, "ROW_COUNT") ?? 1 }),
    ...(has("COL_COUNT") && { columnCount: integer(fields, "COL_COUNT") ?? 1 }),
    ...((has("LIST") || has("LIST_TEXT_VALUES")) && { choices: readChoices(portal, fields) }),
  };
}

/** Choices as a map of `{VALUE, SORT}`, or as lines of a text. LIST_DEF names the one that is taken at first. */
function readChoices(portal: Portal, fields: Params): ListField["choices"] {
  const defaults = listOf(fields, "LIST_DEF").map(String);
  const fromMap = Object.entries(record({ LIST: { ...(fields["LIST"] as object | undefined) } }, "LIST"));
  const given = fromMap.flatMap(([key, item], index) => {
    const row: Params = typeof item === "object" && item !== null ? { ...item } : { VALUE: item };
    const value = text(row, "VALUE");
    const isDefault = defaults.includes(key) || flag(row, "DEF", false);
    return value === "" ? [] : [{ value, sort: integer(row, "SORT") ?? (index + 1) * 10, isDefault }];
  });
  const lines = text(fields, "LIST_TEXT_VALUES")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fromText = lines.map((value, index) => ({ value, sort: (index + 1) * 10, isDefault: false }));
  return [...given, ...fromText].map((choice) => ({ ...choice, id: nextId(portal.state, "listChoice") }));
}
