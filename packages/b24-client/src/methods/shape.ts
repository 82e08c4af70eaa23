/**
 * How one value of an answer is read. `certain` names the fields that every answer has: without one of them an answer
 * is not understood; of all others a missing or unreadable one is no fault.
 */
export type Shape =
  | "id"
  | "number"
  | "flag"
  | "text"
  | "any"
  | { list: Shape }
  | { map: Shape }
  | { fields: Readonly<Record<string, Shape>>; certain?: readonly string[] };
