import type { z } from "zod";

/** What is wrong with what somebody writes: where, such as `layers.0.people`, and in words. */
export type SettingProblem = { place: string; problem: string };

/** Of two of a portal each has a name of its own. */
export const NAME_TAKEN: SettingProblem = { place: "name.taken", problem: "is the name of another one" };

/** Reads what somebody writes by the schema that everybody else reads it by. */
export function readSettings<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): { settings: z.output<Schema>; problems: [] } | { settings: null; problems: SettingProblem[] } {
  const read = schema.safeParse(given);
  if (read.success) return { settings: read.data, problems: [] };
  return {
    settings: null,
    problems: read.error.issues.map(({ path, message }) => ({ place: path.join("."), problem: message })),
  };
}
