/** Parameters of a call: JSON types or, from a form, all texts. */
export type Params = Record<string, unknown>;

/** A text parameter; empty when it is missing or not a scalar. Numbers count as their digits. */
export function text(params: Params, name: string): string {
  const value = params[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** A whole number; null when it is missing or something else. */
export function integer(params: Params, name: string): number | null {
  const value = text(params, name).trim();
  return /^-?\d{1,15}$/.test(value) ? Number(value) : null;
}

/** A switch in any of the ways Bitrix24 takes it: JSON boolean, `Y`/`N`, 1/0. */
export function flag(params: Params, name: string, fallback: boolean): boolean {
  const value = params[name];
  if (value === undefined || value === null || value === "") return fallback;
  return ["true", "Y", "y", "1"].includes(String(value));
}

/** A map parameter; empty when it is missing or not a map. PHP's empty list is an empty map. */
export function record(params: Params, name: string): Params {
  const value = params[name];
  // safe: an object's own keys are texts, and every value is unknown.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Params) : {};
}

/** A list parameter; also from a form whose numbers have holes. A single scalar is a list of one. */
export function list(params: Params, name: string): unknown[] {
  const value = params[name];
  if (value === undefined || value === null || value === "") return [];
  return typeof value === "object" ? Object.values(value) : [value];
}

/** Language code → text. */
export function texts(params: Params, name: string): Record<string, string> {
  return onlyTexts(record(params, name));
}

/** What of a map is text; a translation set to null is thus taken away. */
export function onlyTexts(value: Params): Record<string, string> {
  const entries = Object.entries(value).flatMap(([key, item]) => (typeof item === "string" ? [[key, item]] : []));
  return Object.fromEntries(entries);
}

/** The old methods take their names in any case. */
export function upperKeys(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name.toUpperCase(), value]));
}
