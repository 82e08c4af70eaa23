import { camelKey } from "../../wire/key-case.ts";

/** The same record with names as the newer methods write them: `first_name` → `firstName`. */
export function camelKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camelKey(key), item]));
}
