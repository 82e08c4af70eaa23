import type { Group, QualitySearch } from "./search.ts";

/** What a filter has to ask for to see one group alone. */
export function narrowedTo(by: Group, [first, second]: readonly (string | null)[]): Partial<QualitySearch> {
  const known = first ?? "";
  switch (by) {
    case "bot":
      return { bot: known };
    case "portal":
      return { portal: known };
    case "line":
      return { portal: known, line: second ?? undefined };
    case "intent":
      return { intent: known };
    case "topic":
      return { topic: known };
    case "version":
      return { dialog: known, version: second == null ? undefined : Number(second) };
    case "language":
      return { lang: known };
  }
}
