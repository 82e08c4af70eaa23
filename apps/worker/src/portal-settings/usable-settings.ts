import type { AnyBot } from "@botdeck/dialog";

/** A field of a bot's settings that does not fit. `field` is a path such as `hours.0`, or `settings` for a rule over several. */
export type WrongSetting = { field: string; message: string };

type Issues = { issues: readonly { path: readonly PropertyKey[]; message: string }[] };

/** What does not fit, as a person reads it. */
export const wrongSettings = ({ issues }: Issues): WrongSetting[] =>
  issues.map(({ path, message }) => ({ field: path.map(String).join(".") || "settings", message }));

/**
 * What a bot works with: the portal's settings over the defaults, where each wrong one gives way to its default. Settings that fitted
 * once may be wrong after a release, or by a slip in the table.
 */
export function usableSettings(
  { settings: schema }: Pick<AnyBot, "settings">,
  stored: Record<string, unknown>,
): { settings: unknown; wrong: WrongSetting[] } {
  if (schema === undefined) return { settings: {}, wrong: [] };
  const wrong: WrongSetting[] = [];
  let left = stored;
  for (;;) {
    const read = schema.safeParse(left);
    if (read.success) return { settings: read.data, wrong };
    wrong.push(...wrongSettings(read.error));
    const faulty = new Set(read.error.issues.map(({ path: [field] }) => field));
    const kept = Object.fromEntries(Object.entries(left).filter(([field]) => !faulty.has(field)));
    // A rule over several fields may name none that is set: then no setting of the portal's holds.
    left = Object.keys(kept).length < Object.keys(left).length ? kept : {};
    if (Object.keys(left).length === 0) return { settings: schema.parse({}), wrong };
  }
}
