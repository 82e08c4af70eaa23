import type { RestMethod } from "../method.ts";

type Field = { type: "integer" | "string" | "enum" | "datetime"; isFiltered: boolean };
type Fields = Record<string, Field>;

const number: Field = { type: "integer", isFiltered: true };
const string: Field = { type: "string", isFiltered: true };
const kind: Field = { type: "enum", isFiltered: true };
const moment: Field = { type: "datetime", isFiltered: true };
const shownNumber: Field = { type: "integer", isFiltered: false };
const shownString: Field = { type: "string", isFiltered: false };

const STORAGE: Fields = {
  ID: number,
  NAME: string,
  CODE: string,
  MODULE_ID: shownString,
  ENTITY_TYPE: string,
  ENTITY_ID: string,
  ROOT_OBJECT_ID: shownNumber,
};

const OBJECT: Fields = {
  ID: number,
  NAME: string,
  TYPE: kind,
  CODE: string,
  STORAGE_ID: number,
  PARENT_ID: number,
  CREATE_TIME: moment,
  UPDATE_TIME: moment,
  DELETE_TIME: moment,
  CREATED_BY: shownNumber,
  UPDATED_BY: shownNumber,
  DELETED_BY: shownNumber,
  DELETED_TYPE: kind,
};
const FOLDER: Fields = { ...OBJECT, REAL_OBJECT_ID: shownNumber };
const FILE: Fields = { ...OBJECT, GLOBAL_CONTENT_VERSION: shownNumber, FILE_ID: shownNumber, SIZE: shownNumber };

/** By what drives and objects are filtered and ordered. */
export const STORAGE_FILTER = filtered(STORAGE);
export const OBJECT_FILTER = filtered(OBJECT);

/** What drives, folders and files consist of. Bitrix24 docs: disk.*.getFields. */
export const diskFieldMethods: RestMethod[] = [
  { name: "disk.storage.getFields", scopes: ["disk"], missing: "own", run: () => ({ result: described(STORAGE) }) },
  { name: "disk.folder.getFields", scopes: ["disk"], missing: "own", run: () => ({ result: described(FOLDER) }) },
  { name: "disk.file.getFields", scopes: ["disk"], missing: "own", run: () => ({ result: described(FILE) }) },
];

function filtered(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.isFiltered === true);
}

function described(fields: Fields): Record<string, unknown> {
  const describe = ({ type, isFiltered }: Field): object => ({
    TYPE: type,
    USE_IN_FILTER: isFiltered,
    USE_IN_SHOW: true,
  });
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, describe(field)]));
}
