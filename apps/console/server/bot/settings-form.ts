import { z } from "zod";

/** How a setting is asked for. Made of the JSON Schema of a bot's settings, so that the page knows nothing of any bot. */
export type FormField =
  | { kind: "text"; format: "date" | "time" | null; isNullable: boolean }
  | { kind: "number"; isWhole: boolean; least: number | null; most: number | null; isNullable: boolean }
  | { kind: "switch" }
  | { kind: "choice"; values: string[]; isNullable: boolean }
  /** Any of some values. */
  | { kind: "choices"; values: string[] }
  /** @param length So many, no more and no fewer; null for any number. */
  | { kind: "list"; item: FormField; length: number | null }
  | { kind: "group"; fields: NamedField[] }
  /** By names that people give, or by those of `keys`. */
  | { kind: "map"; keys: string[] | null; value: FormField }
  /** One of several groups; `name` is the field that says which. */
  | { kind: "variants"; name: string; variants: { value: string; fields: NamedField[] }[] }
  /** What none of these can ask for: typed as JSON. */
  | { kind: "json" };

export type NamedField = {
  name: string;
  field: FormField;
  isOptional: boolean;
  /** The schema's own words, of `.describe()`. */
  description: string | null;
  /** What holds when nothing is set. */
  byDefault?: unknown;
};

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

/** The form of a bot's settings; no field for what is no object. */
export function formOf(settings: z.ZodType): NamedField[] {
  // safe: what zod writes is JSON Schema, of which only known parts are read
  return fieldsOf(z.toJSONSchema(settings, { io: "input", unrepresentable: "any" }) as Schema);
}

function fieldsOf({ properties = {}, required = [] }: Schema): NamedField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    field: fieldOf(schema),
    isOptional: !required.includes(name) && schema.default === undefined,
    description: schema.description ?? null,
    byDefault: schema.default ?? null,
  }));
}

function fieldOf(schema: Schema): FormField {
  const { schema: inner, isNullable } = withoutNull(schema);
  if (inner.oneOf !== undefined || inner.anyOf !== undefined) return variantsOf(inner.oneOf ?? inner.anyOf ?? []);
  if (inner.enum !== undefined && inner.enum.every(isText)) return { kind: "choice", values: inner.enum, isNullable };
  switch (inner.type) {
    case "string":
      return { kind: "text", format: formatOf(inner), isNullable };
    case "number":
    case "integer":
      return {
        kind: "number",
        isWhole: inner.type === "integer",
        least: inner.minimum ?? null,
        most: mostOf(inner),
        isNullable,
      };
    case "boolean":
      return { kind: "switch" };
    case "array":
      return listOf(inner);
    case "object":
      return objectOf(inner);
    case undefined:
    default:
      return { kind: "json" };
  }
}

function listOf({ items = {}, minItems, maxItems }: Schema): FormField {
  const item = fieldOf(items);
  if (item.kind === "choice") return { kind: "choices", values: item.values };
  return { kind: "list", item, length: minItems !== undefined && minItems === maxItems ? minItems : null };
}

function objectOf(schema: Schema): FormField {
  const { properties, additionalProperties, propertyNames } = schema;
  if (properties !== undefined) return { kind: "group", fields: fieldsOf(schema) };
  if (typeof additionalProperties !== "object") return { kind: "json" };
  const keys = propertyNames?.enum?.every(isText) === true ? propertyNames.enum.filter(isText) : null;
  return { kind: "map", keys, value: fieldOf(additionalProperties) };
}

/** Groups that one of their fields tells apart, each by a value of its own. */
function variantsOf(schemas: readonly Schema[]): FormField {
  const name = Object.keys(schemas[0]?.properties ?? {}).find((each) =>
    schemas.every(({ properties }) => isText(properties?.[each]?.const)),
  );
  if (name === undefined) return { kind: "json" };
  return {
    kind: "variants",
    name,
    variants: schemas.map((schema) => ({
      value: String(schema.properties?.[name]?.const),
      fields: fieldsOf(schema).filter((field) => field.name !== name),
    })),
  };
}

function withoutNull(schema: Schema): { schema: Schema; isNullable: boolean } {
  const { type, anyOf, ...rest } = schema;
  if (Array.isArray(type) && type.includes("null")) {
    const [only, another] = type.filter((each) => each !== "null");
    if (only !== undefined && another === undefined) return { schema: { ...rest, type: only }, isNullable: true };
  }
  const others = anyOf?.filter((each) => each.type !== "null");
  const [only, another] = others ?? [];
  if (only !== undefined && another === undefined && others?.length !== anyOf?.length) {
    return { schema: { ...rest, ...only }, isNullable: true };
  }
  return { schema, isNullable: false };
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Whole numbers end somewhere in JavaScript, which is no limit that anybody set. */
const mostOf = ({ maximum }: Schema): number | null =>
  maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum;

const formatOf = ({ format }: Schema): "date" | "time" | null =>
  format === "date" || format === "time" ? format : null;
