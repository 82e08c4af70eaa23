import { AppError } from "@botdeck/core";
import type { z } from "zod";

/** @throws AppError `invalid` that says which fields are wrong. */
export function readSetting<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new AppError("invalid", `The settings are wrong: ${problems.join("; ")}`);
}
