import { z } from "zod";

// What portals answer is read tolerantly: only the fields in use, each in all the forms that PHP gives it.

/** A number on some methods, a text on others; ids are compared as texts. */
export const Id = z.union([z.string().min(1), z.number()]).transform(String);

/** A quantity, which old methods write as text. */
export const Count = z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number);

/** `true`, `Y`, `1` or `"1"`; everything else, a missing field too, is false. */
export const Flag = z.unknown().transform((value) => value === true || value === "Y" || value === 1 || value === "1");

/** A text that may be missing, null or `false`. */
export const Text = z.union([z.string(), z.literal(false), z.null(), z.undefined()]).transform((text) => text || "");

/** A map whose empty form is `[]`: PHP does not tell an empty map from an empty list. */
export function mapOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (Array.isArray(value) || value === null || value === undefined ? { ...value } : value),
    z.record(z.string(), item),
  );
}

/** A list that may come as a map with numeric keys, or not at all. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (typeof value === "object" && value !== null ? Object.values(value) : (value ?? [])),
    z.array(item),
  );
}
