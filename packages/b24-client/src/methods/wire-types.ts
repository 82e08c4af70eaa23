import { z } from "zod";

// What portals answer is read tolerantly: only the fields in use, each in all the forms that PHP gives it.

/** A number on some methods, a text on others; ids are compared as texts. */
export const Id = z.union([z.string().min(1), z.number()]).transform(String);

/** A quantity, which old methods write as text. */
export const Count = z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number);

/** `true`, `Y`, `1` or `"1"`; everything else, a missing field too, is false. */
export const Flag = z
  .unknown()
  .optional()
  .transform((value) => value === true || value === "Y" || value === 1 || value === "1");

/** A text; missing, null and `false` are the empty one. */
export const Text = z
  .union([z.string(), z.literal(false)])
  .nullish()
  .transform((text) => text || "");

/** A map whose empty form is `[]`: PHP does not tell an empty map from an empty list. */
export function mapOf<Item extends z.ZodType>(item: Item) {
  const isEmpty = (value: unknown) =>
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return z
    .unknown()
    .optional()
    .transform((value) => (isEmpty(value) ? {} : value))
    .pipe(z.record(z.string(), item));
}

/** A list that may come as a map with numeric keys, or not at all. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .unknown()
    .optional()
    .transform((value) => (typeof value === "object" && value !== null ? Object.values(value) : (value ?? [])))
    .pipe(z.array(item));
}
