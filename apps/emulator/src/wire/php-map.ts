/**
 * A PHP array as `json_encode` writes it: `[]` when empty, a list when the keys are 0, 1, 2…, an object otherwise.
 * Clients have to live with all three, so the emulator gives all three.
 */
export function phpMap<Value>(entries: readonly (readonly [string, Value])[]): Value[] | Record<string, Value> {
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
