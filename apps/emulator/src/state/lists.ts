/** A universal list; `bitrix_processes` are lists whose elements start a workflow, `lists_socnet` belong to a work group. */
export type UniversalList = {
  id: number;
  type: "lists" | "bitrix_processes" | "lists_socnet";
  code: string | null;
  groupId: number | null;
  name: string;
  description: string;
  sort: number;
  hasWorkflows: boolean;
  /** Words for sections and elements: SECTIONS_NAME, ELEMENT_ADD … */
  messages: Record<string, string>;
  /** Who may do what, as it was given: `U1`, `G2`, `*` → right. */
  rights: Record<string, string>;
  createdAt: string;
  changedAt: string;
};

/** A column of a list: a built-in one (`NAME`, `SORT` …) or a property (`PROPERTY_5`, where 5 is its id). */
export type ListField = {
  id: number;
  listId: number;
  fieldId: string;
  name: string;
  /** S, N, L, F, G, E, `S:Date`, `S:DateTime`, `S:Money`, `S:employee`, `S:ECrm` … */
  type: string;
  code: string;
  sort: number;
  isRequired: boolean;
  isMultiple: boolean;
  defaultValue: unknown;
  linkListId: number | null;
  /** Choices of a field of type L, by their ids. */
  choices: { id: number; value: string; sort: number; isDefault: boolean }[];
  settings: Record<string, unknown>;
  userTypeSettings: Record<string, unknown> | null;
  rowCount: number;
  columnCount: number;
};

export type ListSection = {
  id: number;
  listId: number;
  parentId: number | null;
  code: string | null;
  externalId: string | null;
  name: string;
  description: string;
  sort: number;
  isActive: boolean;
  createdBy: number;
  createdAt: string;
  changedBy: number;
  changedAt: string;
};

export type ListElement = {
  id: number;
  listId: number;
  sectionId: number | null;
  /** Unique within its list. */
  code: string;
  name: string;
  /** Built-in columns other than the name, such as SORT or DETAIL_TEXT. */
  columns: Record<string, string>;
  /** `PROPERTY_5` → its values, each with an id of its own. */
  values: Record<string, { id: number; value: string }[]>;
  createdBy: number;
  createdAt: string;
  changedAt: string;
};
