/** Kinds of records that can be read as facts. */
export type RecordKind = "lead" | "deal" | "task";

/** Which record. */
export type RecordRef = { kind: RecordKind; id: string };

/** A record as it is, under names that do not change with the portal's methods. Ids are texts, moments ISO 8601. */
export type RecordFacts = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Null for no link, which portals write in many ways. */
export function linkedId(id: unknown): string | null {
  const text = typeof id === "string" || typeof id === "number" ? String(id) : "";
  return text === "" || text === "0" ? null : text;
}

/** In UTC, so that the same moment is the same text; null for what is none. */
export function instantOf(value: unknown): string | null {
  const at = typeof value === "string" && value !== "" ? new Date(value) : null;
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Ids in a list, or in what PHP writes for one with holes. */
export function idsOf(value: unknown): string[] {
  const ids: unknown[] = typeof value === "object" && value !== null ? Object.values(value) : [];
  return ids.flatMap((id) => linkedId(id) ?? []);
}

/** Where a record is looked at. @param origin Of the portal's pages, such as `https://portal`. */
export function recordUrl({ kind, id }: RecordRef, origin: string, personId: string | null): string {
  return kind === "task"
    ? `${origin}/company/personal/user/${personId ?? "0"}/tasks/task/view/${id}/`
    : `${origin}/crm/${kind}/details/${id}/`;
}
