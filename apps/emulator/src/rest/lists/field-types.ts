/** Columns that every element has, as far as a list shows them. */
export const COLUMN_TYPES: Record<string, string> = {
  SORT: "Sorting",
  ACTIVE_FROM: "Active from",
  ACTIVE_TO: "Active to",
  PREVIEW_PICTURE: "Preview picture",
  PREVIEW_TEXT: "Preview text",
  DETAIL_PICTURE: "Detail picture",
  DETAIL_TEXT: "Detail text",
  DATE_CREATE: "Created on",
  CREATED_BY: "Created by",
  TIMESTAMP_X: "Changed on",
  MODIFIED_BY: "Changed by",
};

/** Properties of one's own. Bitrix24 docs: lists-field-add, lists-field-type-get. */
export const PROPERTY_TYPES: Record<string, string> = {
  S: "String",
  N: "Number",
  L: "List",
  F: "File",
  G: "Link to sections",
  E: "Link to elements",
  "S:Date": "Date",
  "S:DateTime": "Date/Time",
  "S:HTML": "HTML/text",
  "E:EList": "Link to elements as a list",
  "N:Sequence": "Counter",
  "S:ECrm": "Link to CRM items",
  "S:Money": "Money",
  "S:DiskFile": "File (Disk)",
  "S:map_yandex": "Link to a map",
  "S:employee": "Link to an employee",
};

export const isProperty = (type: string): boolean => Object.hasOwn(PROPERTY_TYPES, type);
