import { z } from "zod";

import { AppError } from "./errors.ts";

/**
 * Reads an app's configuration whole: every fault is named at once, and nothing starts half configured.
 *
 * @throws AppError `invalid` with one line per faulty variable; values are not shown, they may be secrets.
 */
export function parseEnv<Schema extends z.ZodType>(
  schema: Schema,
  source: Record<string, string | undefined>,
): z.output<Schema> {
  // An empty variable is what a shell or compose file writes for "not set".
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new AppError("invalid", `The configuration is not complete:\n${lines.join("\n")}`);
}

/** What stands between commas in a variable; nothing for an empty one. */
export const listByComma = (value: string): string[] =>
  value
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
