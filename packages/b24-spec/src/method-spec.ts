/** What kind of value a parameter or a field is; `any` where the documentation does not say, or says several. */
export type ValueKind =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "char"
  | "date"
  | "datetime"
  | "file"
  | "array"
  | "object"
  | "any";

/** How a scalar of an answer is read. */
export type AnswerKind = "id" | "number" | "flag" | "text" | "any";

export type ParamSpec = {
  name: string;
  kind: ValueKind;
  /** The documentation's own type, such as `crm_company` or `user`. */
  docType: string;
  isRequired: boolean;
  /** The fields of an object, or of the objects of an array, where the documentation lists them. */
  fields: ParamSpec[] | null;
};

/** One REST method, with our corrections applied. */
export type MethodSpec = {
  /** As the documentation writes it; portals take any case. */
  name: string;
  /** null for methods that need no scope. */
  scope: string | null;
  kind: "read" | "write";
  params: ParamSpec[];
  /** The documented answer: the whole envelope. null where the documentation shows none. */
  example: { result: unknown; total?: number; next?: number } | null;
  /** The documented type of each field of the answer, by field name. */
  answerTypes: ReadonlyMap<string, string>;
  /** Paths of answer fields that are always there, such as `bot.id` or `messages.[].id`. */
  certain: readonly string[];
  /** Answer fields whose reading is stated by hand, by path; a field that the documented answer lacks is added. */
  reads: Readonly<Record<string, AnswerKind>>;
  /** Page below https://apidocs.bitrix24.com; null where there is none. */
  page: string | null;
  /** What replaces it, in the documentation's words; null for a method that is not deprecated. */
  successor: string | null;
  /** True when only an app may call it, not a webhook. */
  needsApp: boolean;
  /** False for methods that `batch` refuses. */
  isBatchable: boolean;
  /** True for REST 3.0 methods, which live under `/rest/api/`. */
  isRest3: boolean;
};
