import { camelKey } from "../../wire/key-case.ts";
import type { TaskRow } from "./task-row.ts";

/** What comes along with a field without being asked for. */
const COMPANIONS: Record<string, string> = {
  createdBy: "creator",
  responsibleId: "responsible",
  accomplices: "accomplicesData",
  auditors: "auditorsData",
  description: "descriptionInBbcode",
};
/** Fields of the CRM, files and the portal's own come only when they are named, or all together by `UF_*`. */
const OWN_FIELD = /^uf[A-Z]/;

/** The wanted names as answers write them: `createdBy` for CREATED_BY. A name in that form already stays. */
export function selectedNames(select: unknown[]): string[] {
  return select.map(String).map((name) => (/^[a-z]/.test(name) && !name.includes("_") ? name : camelKey(name)));
}

/**
 * The wanted fields of a task, what belongs to them, and always the id.
 *
 * @param names From `selectedNames`; none, or `*`, gives everything that is not one of the portal's own fields.
 * @param always What the method adds to every answer.
 */
export function selectFields(row: TaskRow, names: string[], always: string[]): TaskRow {
  const isAll = names.length === 0 || names.includes("*");
  const isWithOwn = names.includes("uf*") || names.includes("uf_*");
  const wanted = new Set(["id", "group", ...always, ...names, ...names.map((name) => COMPANIONS[name] ?? name)]);
  const kept = Object.entries(row).filter(([name]) => {
    if (wanted.has(name)) return true;
    return OWN_FIELD.test(name) ? isWithOwn : isAll;
  });
  return Object.fromEntries(kept);
}
