import { isMultiFieldType, MULTI_FIELD_TYPES, type GivenMultiField } from "../../crm/multi-fields.ts";
import type { MultiField } from "../../state/crm.ts";
import { badRequest } from "../rest-error.ts";
import { integer, record, text, upperKeys, type Params } from "../params.ts";
import { invalidValue, type Spelling } from "./fault.ts";

/** The given phones, mail addresses and so on. Bitrix24 docs: crm_multifield. */
export function readMultiFields(given: Params, spelling: Spelling): GivenMultiField[] {
  const values =
    spelling === "item"
      ? readUniversal(given["fm"])
      : MULTI_FIELD_TYPES.flatMap((typeId) => (given[typeId] === undefined ? [] : readOld(given, typeId)));
  const wrong = values.find(({ typeId, value }) => typeId === "EMAIL" && (value ?? "") !== "" && !isMail(value ?? ""));
  if (wrong !== undefined) throw badRequest("ERROR_CORE", 'The field "E-mail" contains an invalid address.');
  return values;
}

function isMail(value: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(value.trim());
}

/** `PHONE: [{"VALUE": "+49…", "VALUE_TYPE": "WORK"}]`. A plain text is not taken. */
function readOld(given: Params, typeId: MultiField["typeId"]): GivenMultiField[] {
  const values = given[typeId];
  if (values === null || values === "") return [];
  if (typeof values !== "object") throw invalidValue("old", typeId);
  return Object.keys(values).map((key) => {
    // safe: the keys are those of this map or list
    const value = upperKeys(record(values as Params, key));
    const isDeleted = text(value, "DELETE") === "Y";
    return {
      id: integer(value, "ID"),
      typeId,
      valueType: text(value, "VALUE_TYPE") || null,
      value: isDeleted ? "" : value["VALUE"] === undefined ? null : text(value, "VALUE"),
    };
  });
}

/** `[{"typeId": "PHONE", "value": …}]`, or `{"215": …, "n0": …}` to change one and add another. */
function readUniversal(fm: unknown): GivenMultiField[] {
  if (typeof fm !== "object" || fm === null) return [];
  const isList = Array.isArray(fm);
  return Object.keys(fm).flatMap((key) => {
    // safe: the keys are those of this map or list
    const value = record(fm as Params, key);
    const typeId = text(value, "typeId");
    if (!isMultiFieldType(typeId)) return [];
    const id = integer(value, "id") ?? (isList ? null : integer({ key }, "key"));
    const valueType = text(value, "valueType") || null;
    return [{ id, typeId, valueType, value: value["value"] === undefined ? null : text(value, "value") }];
  });
}
