import { AppError } from "@botdeck/core";

/**
 * What a portal's form body decodes to: texts and maps of texts, nothing else. PHP makes no difference between a list
 * and a map with numeric keys, and sends neither null nor an empty map, so a missing key and an empty one mean the same.
 */
export type WireValue = string | WireMap;
export interface WireMap {
  [key: string]: WireValue;
}

/** Keys that could reach a prototype somewhere down the line. No portal sends them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A map without a prototype, so that no key of a stranger means anything. */
export function emptyWireMap(): WireMap {
  return Object.create(null) as WireMap; // safe: an object without properties is an empty map
}

/** @throws AppError `invalid` for a key that could reach a prototype. */
export function checkKey(key: string): string {
  if (FORBIDDEN_KEYS.has(key)) throw new AppError("invalid", `The key "${key}" is not allowed in an event body`);
  return key;
}

/** Postgres keeps neither NUL nor half a surrogate pair: both become U+FFFD, so that one bad text never fails a batch. */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes("\0") ? wellFormed.replaceAll("\0", "\uFFFD") : wellFormed;
}

/** The value at a path such as `message.id`; undefined when any part of the way is missing. */
function valueAt(map: WireMap, path: string): WireValue | undefined {
  let value: WireValue | undefined = map;
  for (const key of path.split(".")) {
    if (value === undefined || typeof value === "string") return undefined;
    value = value[key];
  }
  return value;
}

/** The map at a path, or an empty one. */
export function mapAt(map: WireMap, path: string): WireMap {
  const value = valueAt(map, path);
  return value === undefined || typeof value === "string" ? emptyWireMap() : value;
}

/** The text at a path; null when it is missing, empty or a map. */
export function optionalTextAt(map: WireMap, path: string): string | null {
  const value = valueAt(map, path);
  return typeof value === "string" && value !== "" ? value : null;
}

/** @throws AppError `invalid` naming the path when there is no text. */
export function textAt(map: WireMap, path: string): string {
  const text = optionalTextAt(map, path);
  if (text === null) throw new AppError("invalid", `The event has no ${path}`, { context: { path } });
  return text;
}

/** True for `Y` (v1) and `1` (v2). */
export function flagAt(map: WireMap, path: string): boolean {
  const text = optionalTextAt(map, path);
  return text === "Y" || text === "1";
}

/** The texts of a list, which on the wire is a map with numeric keys. */
export function textsAt(map: WireMap, path: string): string[] {
  return Object.values(mapAt(map, path)).filter((value): value is string => typeof value === "string" && value !== "");
}

/** A copy without empty texts and empty maps: the wires differ in which of these they leave out. */
export function withoutEmpty(map: WireMap): WireMap {
  const kept = emptyWireMap();
  for (const [key, value] of Object.entries(map)) {
    const content = typeof value === "string" ? value : withoutEmpty(value);
    if (typeof content === "string" ? content !== "" : Object.keys(content).length > 0) kept[key] = content;
  }
  return kept;
}

/** A private dialog is named by the other person's bare user id, a chat by `chat` and its number. */
export function isUserId(dialogId: string): boolean {
  return /^\d+$/.test(dialogId);
}
