import { AppError } from "@botdeck/core";
import type { AnyBot } from "@botdeck/dialog";

/**
 * Reads `field=value` as a person types it: the value is JSON where the field takes that, else the words as they stand. So
 * `managerId=7` is the text that ids are, and `returnDays=7` a number.
 *
 * @throws AppError `invalid` for a word of another form.
 */
export function readAssignments(
  { settings: schema }: Pick<AnyBot, "settings">,
  words: readonly string[],
): Record<string, unknown> {
  const takes = (field: string, value: unknown) => {
    const read = schema?.safeParse({ [field]: value });
    return read?.success === true || !read?.error.issues.some(({ path }) => path[0] === field);
  };
  return Object.fromEntries(
    words.map((word) => {
      const [, field, text] = /^(\w+)=(.*)$/s.exec(word) ?? [];
      if (field === undefined || text === undefined) {
        throw new AppError("invalid", `--set takes field=value, such as returnDays=30, and not ${word}`);
      }
      const value = jsonOf(text);
      return [field, value !== undefined && (takes(field, value) || !takes(field, text)) ? value : text];
    }),
  );
}

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
