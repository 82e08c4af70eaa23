import type { MethodSpec, ParamSpec, ValueKind } from "@botdeck/b24-spec";

import type { Shape } from "./infer-shape.ts";

const PARAM_TYPES: Record<Exclude<ValueKind, "array" | "object">, string> = {
  string: "string",
  integer: "number | string",
  number: "number | string",
  boolean: "YesNo",
  char: "YesNo",
  date: "string",
  datetime: "string",
  file: "unknown",
  any: "unknown",
};
const HAVE_USER_FIELDS = /^(?:crm|tasks?|lists|user|catalog|disk)\./;
/** Fields that a portal's administrators add, and links to the types of record that they made. */
const USER_FIELDS =
  "[userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown";

/** The entry of one method in its interface: the parameters that it takes and the result that it gives. */
export function printMethod(spec: MethodSpec, shape: Shape): string {
  const page = spec.page === null ? "" : ` Bitrix24 docs: ${spec.page.replace(/^\/api-reference\/|\.html$/g, "")}`;
  const successor = spec.successor ? ` Superseded by ${spec.successor}.` : "";
  const comment = `${page}${successor}`.trim();
  const isOpen = HAVE_USER_FIELDS.test(spec.name);
  const params = spec.params.length === 0 ? "Record<never, never>" : printFields(spec.params, { depth: 2, isOpen });
  return [
    ...(comment === "" ? [] : [`  /** ${comment} */`]),
    `  ${JSON.stringify(spec.name)}: {`,
    `    params: ${params};`,
    `    result: ${printShape(shape, 2)};`,
    "  };",
  ].join("\n");
}

type Place = { depth: number; isOpen: boolean };

function printFields(params: readonly ParamSpec[], { depth, isOpen }: Place): string {
  const indent = "  ".repeat(depth + 1);
  const lines = params.map((param) => {
    const type = printParam(param, { depth: depth + 1, isOpen });
    return `${indent}${printKey(param.name)}${param.isRequired ? `: ${type}` : `?: ${type} | undefined`};`;
  });
  // The parameters themselves stand at depth 2; only what is inside them can hold an administrator's fields.
  if (isOpen && depth > 2) lines.push(`${indent}${USER_FIELDS};`);
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function printParam({ kind, fields }: ParamSpec, place: Place): string {
  const named = (fields ?? []).filter(({ name }) => /^[A-Za-z_]\w*(?:\.\w+)*$/.test(name));
  const item = named.length === 0 ? null : printFields(named, place);
  if (kind === "array") return item === null ? "readonly unknown[]" : `readonly ${item}[] | ${item}`;
  if (kind === "object") return item ?? "Readonly<Record<string, unknown>>";
  return PARAM_TYPES[kind];
}

function printShape(shape: Shape, depth: number): string {
  if (shape === "id" || shape === "text") return "string";
  if (shape === "number") return "number";
  if (shape === "flag") return "boolean";
  if (shape === "any") return "unknown";
  if ("list" in shape) return `${printShape(shape.list, depth)}[]`;
  if ("map" in shape) return `Record<string, ${printShape(shape.map, depth)}>`;
  const indent = "  ".repeat(depth + 1);
  const certain = new Set(shape.certain);
  const lines = Object.entries(shape.fields).map(([key, field]) => {
    const type = printShape(field, depth + 1);
    if (certain.has(key)) return `${indent}${printKey(key)}: ${type};`;
    return `${indent}${printKey(key)}?: ${type === "unknown" ? type : `${type} | null`};`;
  });
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function printKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
