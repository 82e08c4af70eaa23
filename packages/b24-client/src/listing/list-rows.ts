import { textAt } from "../read-path.ts";
import { unwalkable } from "./refuse-unwalkable.ts";

/**
 * The rows of an answer: the result itself or the one list in it; PHP writes a list with holes as a map of numbers.
 *
 * @throws AppError `unsupported` for an answer that is no list, or several.
 */
export function rowsIn(method: string, result: unknown): readonly unknown[] {
  if (Array.isArray(result)) return result;
  if (typeof result !== "object" || result === null) throw unwalkable(method, "its answer is no list, so call it");
  const entries = Object.entries(result);
  if (entries.every(([key, row]) => /^\d+$/.test(key) && typeof row === "object")) return Object.values(result);
  const lists = entries.map(([, value]: [string, unknown]) => value).filter((value) => Array.isArray(value));
  const [rows] = lists;
  if (rows === undefined || lists.length > 1) {
    throw unwalkable(method, `its answer holds ${lists.length} lists, so call it and take what you need`);
  }
  return rows;
}

/** Tells a row that comes for the first time; one without an id cannot be told from others. */
export function unseen(): (row: unknown) => boolean {
  const given = new Set<string>();
  return (row) => {
    const id = typeof row === "number" ? String(row) : (textAt(row, "ID") ?? textAt(row, "id"));
    if (id === null) return true;
    const isNew = !given.has(id);
    given.add(id);
    return isNew;
  };
}
