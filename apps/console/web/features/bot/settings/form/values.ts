import type { FormField, NamedField } from "../../../../../server/bot/settings-form.ts";

export type Values = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** What a bot works with as the form shows it: what is set over the defaults. */
export const shownValues = (form: readonly NamedField[], set: Values): Values => ({
  ...Object.fromEntries(form.filter(({ isOptional }) => !isOptional).map(({ name, byDefault }) => [name, byDefault])),
  ...set,
});

/** What is to be set so that the bot works with what the form shows: what is as it would be by itself is left out. */
export function valuesToSet(form: readonly NamedField[], shown: Values): Values {
  const known = new Map(form.map((field) => [field.name, field]));
  const entries = Object.entries(shown).flatMap(([name, value]) => {
    const field = known.get(name);
    if (field === undefined) return [[name, value] as const];
    const tidy = tidied(field.field, value);
    return tidy === undefined || isSame(tidy, field.byDefault) ? [] : [[name, tidy] as const];
  });
  return Object.fromEntries(entries);
}

/** Whether a setting is as it would be by itself. */
export const isByDefault = ({ field, byDefault }: NamedField, value: unknown): boolean => {
  const tidy = tidied(field, value);
  return tidy === undefined || isSame(tidy, byDefault);
};

/** Without the empty lines and spaces that people leave behind; undefined for an optional value that is not there. */
function tidied(field: FormField, value: unknown): unknown {
  switch (field.kind) {
    case "text":
      return typeof value === "string" ? value.trim() : value;
    case "list": {
      const items = itemsOf(value).map((item) => tidied(field.item, item));
      return field.length === null ? items.filter((item) => item !== "") : items;
    }
    case "map":
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key.trim(), tidied(field.value, each)]))
        : value;
    case "group":
      return isObject(value) ? tidiedFields(field.fields, value) : value;
    case "variants": {
      if (!isObject(value)) return value;
      const variant = field.variants.find((each) => each.value === value[field.name]);
      return { [field.name]: value[field.name], ...tidiedFields(variant?.fields ?? [], value) };
    }
    case "number":
    case "switch":
    case "choice":
    case "choices":
    case "json":
      return value;
  }
}

/** Fields that are no part of the group go, and so do optional ones without anything in them. */
function tidiedFields(fields: readonly NamedField[], values: Values): Values {
  const entries = fields.flatMap(({ name, field, isOptional }) => {
    const value = tidied(field, values[name]);
    const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    return isOptional && isEmpty ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** What a new entry of a list or map begins with. */
export function blankOf(field: FormField): unknown {
  switch (field.kind) {
    case "text":
      return field.isNullable ? null : "";
    case "number":
      return field.isNullable ? null : "";
    case "switch":
      return false;
    case "choice":
      return field.isNullable ? null : (field.values[0] ?? "");
    case "choices":
    case "list":
      return [];
    case "group":
      return Object.fromEntries(
        field.fields
          .filter(({ isOptional }) => !isOptional)
          .map((each) => [each.name, each.byDefault ?? blankOf(each.field)]),
      );
    case "map":
      return {};
    case "variants":
      return variantOf(field, field.variants[0]?.value ?? "");
    case "json":
      return null;
  }
}

/** One of several groups, blank. */
export function variantOf(field: FormField & { kind: "variants" }, value: string): Values {
  const fields = field.variants.find((each) => each.value === value)?.fields ?? [];
  const blank = blankOf({ kind: "group", fields });
  return { [field.name]: value, ...(isObject(blank) ? blank : {}) };
}

/** In the same order of keys, as both come from the same schema. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
