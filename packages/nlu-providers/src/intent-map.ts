import { z } from "zod";

/** What a service calls our intents: its name, and ours. Names that are the same need no line. */
export const IntentMap = z.record(z.string().min(1), z.string().min(1)).default({});
export type IntentMap = z.infer<typeof IntentMap>;

export function ourName(map: IntentMap, name: string): string {
  return Object.hasOwn(map, name) ? (map[name] ?? name) : name;
}
