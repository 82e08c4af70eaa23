import { placeOf } from "./json.ts";

/** What is wrong with an edited payload. */
export type EditProblemCode =
  | "bad_json"
  | "too_large"
  | "too_deep"
  | "unstorable"
  | "unchanged"
  | "found_again"
  | "hidden"
  | "fixed"
  | "unknown"
  | "missing"
  | "wrong_type"
  | "empty"
  | "too_long"
  | "not_allowed"
  | "wrong_format"
  | "invalid";

export type EditProblem = {
  code: EditProblemCode;
  /** Where it is, such as `buttons.0.1.text`; empty for all of it. */
  place: string;
  /** What a sentence about it names: a line, a limit, what is expected. */
  values: Readonly<Record<string, string | number>>;
};

export const problem = (
  code: EditProblemCode,
  path: readonly string[] = [],
  values: EditProblem["values"] = {},
): EditProblem => ({ code, place: placeOf(path), values });
