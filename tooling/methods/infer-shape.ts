import type { MethodSpec } from "@botdeck/b24-spec";

/** How one value of an answer is read; the client's `Shape`, which its generated data is written in. */
export type Shape =
  | "id"
  | "number"
  | "flag"
  | "text"
  | "any"
  | { list: Shape }
  | { map: Shape }
  | { fields: Record<string, Shape>; certain?: string[] };

/** The documented type of a field, looked up by its name in any spelling. */
export type DocTypes = (field: string) => string | undefined;

const NUMERIC_TYPES = new Set(["integer", "int", "double", "float", "number", "unsigned", "unsignedint"]);
const FLAG_TYPES = new Set(["char", "boolean", "bool"]);
const ID_TYPE = /^(?:user|crm_(?:company|contact|lead|deal|entity|quote)|.*\.id)(?:\[\])?$/i;
/** `paid` is none. */
const ID_NAME =
  /^(?:id|ids)$|_IDS?$|[a-z](?<!^pa)Ids?$|_BY(?:_ID)?$|^(?:created|changed|modified|closed|statusChanged|updated)By$/i;
/** Methods that answer with the number of what they made. */
const GIVES_ID = /(?:^|\.)(?:\w*add|register|answer|commit|getLastId|notify|open|share)$/i;
/** `false` stands here for "none" and not for a switch: a date, a map or a text comes when there is one. */
const NONE_IS_FALSE =
  /^(?:idle|absent|phones|image|forward|birthday|avatar|(?:last_?activity|mobile_?last|desktop_?last)_?date|file|parent|networkId|inviter|property_user_type|uf_webdav_cal_event|ufChecklistFiles)$/i;
/**
 * `Y` or `N` is one of more letters here (`D` "as set for all" of a product, `F` of a payment from 1C, `E` a mask in a
 * filter), or a text that only happens to be so.
 */
const NO_SWITCH =
  /status|^entity_?data|^(?:quantityTrace|canBuyZero|subscribe|externalPayment|show_filter|commentRequired)$/i;

/** The shape of an answer, from the documented one and the documented types of its fields. */
export function inferShape(spec: MethodSpec, docTypes: DocTypes): Shape {
  if (spec.example === null) return "any";
  const typeOf: DocTypes = (field) => spec.answerTypes.get(field) ?? docTypes(field);
  const isNewId = typeof spec.example.result === "number" && GIVES_ID.test(spec.name);
  const shape = isNewId ? "id" : shapeOf(spec.example.result, "result", typeOf);
  const stated = Object.entries(spec.reads).reduce(
    (whole, [path, read]) => withRead(whole, path.split("."), read),
    shape,
  );
  return spec.certain.reduce((whole, path) => withCertain(whole, path.split(".")), stated);
}

function shapeOf(value: unknown, name: string, typeOf: DocTypes): Shape {
  if (Array.isArray(value)) {
    if (value.length === 0) return "any";
    return { list: value.map((item) => shapeOf(item, name, typeOf)).reduce(merged) };
  }
  if (typeof value === "object" && value !== null) return mapOrFields(Object.entries(value), typeOf);
  return scalarShape(value, name, typeOf(name) ?? "");
}

function mapOrFields(entries: [string, unknown][], typeOf: DocTypes): Shape {
  if (entries.length === 0) return { map: "any" };
  if (entries.every(([key]) => /^\d+$/.test(key))) {
    return { map: entries.map(([key, value]) => shapeOf(value, key, typeOf)).reduce(merged) };
  }
  return { fields: Object.fromEntries(entries.map(([key, value]) => [key, shapeOf(value, key, typeOf)])) };
}

function scalarShape(value: unknown, name: string, docType: string): Shape {
  if (value === false && NONE_IS_FALSE.test(name)) return "any";
  if (typeof value === "boolean") return "flag";
  const isId = ID_NAME.test(name) || ID_TYPE.test(docType);
  if (typeof value === "number") return isId ? "id" : "number";
  if (value === null) return isId ? "id" : shapeOfType(docType);
  const text = String(value);
  if ((text === "Y" || text === "N") && !isId && !isPlainText(name, docType)) return "flag";
  if (isId && /^(?:\d*|[YN])$/.test(text)) return "id";
  if (NUMERIC_TYPES.has(docType) && /^-?\d*(?:\.\d+)?$/.test(text)) return "number";
  return "text";
}

/** An answer that is nothing but a letter is called a text by its page when it is no switch. */
function isPlainText(name: string, docType: string): boolean {
  return NO_SWITCH.test(name) || (name === "result" && docType === "string");
}

function shapeOfType(docType: string): Shape {
  if (NUMERIC_TYPES.has(docType)) return "number";
  if (FLAG_TYPES.has(docType)) return "flag";
  if (docType === "string" || docType === "datetime" || docType === "date" || docType === "crm_status") return "text";
  return "any";
}

/** One shape for values that stand at the same place. */
function merged(one: Shape, other: Shape): Shape {
  if (one === "any") return other;
  if (other === "any" || one === other) return one;
  if (typeof one === "string" || typeof other === "string")
    return isIdOrText(one) && isIdOrText(other) ? "text" : "any";
  if ("list" in one && "list" in other) return { list: merged(one.list, other.list) };
  if ("map" in one && "map" in other) return { map: merged(one.map, other.map) };
  if ("fields" in one && "fields" in other) {
    const keys = [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])];
    const pairs = keys.map((key) => [key, merged(one.fields[key] ?? "any", other.fields[key] ?? "any")] as const);
    return { fields: Object.fromEntries(pairs) };
  }
  return "any";
}

function isIdOrText(shape: Shape): boolean {
  return shape === "id" || shape === "text";
}

/** States how the field at a path is read. */
function withRead(shape: Shape, [step, ...rest]: string[], read: Shape): Shape {
  if (step === undefined) return read;
  if (typeof shape === "string") throw new Error(`The path of a field does not fit the answer at ${step}`);
  if (step === "[]" && "list" in shape) return { list: withRead(shape.list, rest, read) };
  if (step === "{}" && "map" in shape) return { map: withRead(shape.map, rest, read) };
  if (!("fields" in shape)) throw new Error(`The path of a field does not fit the answer at ${step}`);
  return { fields: { ...shape.fields, [step]: withRead(shape.fields[step] ?? "any", rest, read) } };
}

/** Marks the field at a path as one that every answer has; `[]` and `{}` step into lists and maps. */
function withCertain(shape: Shape, [step, ...rest]: string[]): Shape {
  if (step === undefined || typeof shape === "string") return shape;
  if (step === "[]" && "list" in shape) return { list: withCertain(shape.list, rest) };
  if (step === "{}" && "map" in shape) return { map: withCertain(shape.map, rest) };
  if (!("fields" in shape)) throw new Error(`The certain path does not fit the answer at ${step}`);
  const field = shape.fields[step];
  if (field === undefined) throw new Error(`The certain field ${step} is not in the answer`);
  return {
    fields: { ...shape.fields, [step]: withCertain(field, rest) },
    certain: [...new Set([...(shape.certain ?? []), step])],
  };
}
