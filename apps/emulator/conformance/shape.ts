/** PHP writes an empty map as `[]`, and maps by id have keys that no document can name. */
const DYNAMIC_KEY = /^(?:\d+|n\d+|upload\d+|UF_.*|uf[A-Z_].*|PARENT_ID_\d+|parentId\d+|PROPERTY_\d+|property\d+)$/;
const DEEPEST = 12;

/**
 * Where an answer is not formed as the documented one: a key that is missing, or a value of another JSON type. Keys that
 * the document does not show are no fault, since many of its answers are shortened; a null may stand for any scalar.
 *
 * @returns One line per fault, such as `result.items[].id: string, documented as number`.
 */
export function shapeFaults(documented: unknown, answer: unknown, path = "result", depth = 0): string[] {
  if (documented === null || documented === undefined || depth > DEEPEST) return [];
  if (isEmpty(documented))
    return typeof answer === "object" && answer !== null ? [] : [wrong(path, documented, answer)];
  if (Array.isArray(documented)) return listFaults(documented, answer, path, depth);
  if (typeof documented !== "object") return scalarFaults(documented, answer, path);
  // safe: neither null nor a list
  return mapFaults(documented as Record<string, unknown>, answer, path, depth);
}

function listFaults(documented: unknown[], answer: unknown, path: string, depth: number): string[] {
  if (!Array.isArray(answer)) return [wrong(path, documented, answer)];
  if (answer.length === 0) return [`${path}: is empty, so there is nothing to compare`];
  return unique(answer.flatMap((item) => oneOf(documented, item, `${path}[]`, depth)));
}

function mapFaults(documented: Record<string, unknown>, answer: unknown, path: string, depth: number): string[] {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return [wrong(path, documented, answer)];
  const given = new Map(Object.entries(answer));
  const dynamic = Object.entries(documented).filter(([key]) => DYNAMIC_KEY.test(key));
  const named = Object.entries(documented).filter(([key]) => !DYNAMIC_KEY.test(key));
  const faults = named.flatMap(([key, value]) =>
    given.has(key) ? shapeFaults(value, given.get(key), `${path}.${key}`, depth + 1) : [`${path}.${key}: is missing`],
  );
  const values = [...given].filter(([key]) => DYNAMIC_KEY.test(key)).map(([, value]) => value);
  if (dynamic.length === 0) return faults;
  if (named.length === 0 && values.length === 0)
    return [...faults, `${path}: is empty, so there is nothing to compare`];
  const examples = dynamic.map(([, value]) => value);
  return unique([...faults, ...values.flatMap((value) => oneOf(examples, value, `${path}{}`, depth))]);
}

/** The answer has to be like one of the documented items: those show what may vary. */
function oneOf(documented: unknown[], answer: unknown, path: string, depth: number): string[] {
  const all = documented.map((item) => shapeFaults(item, answer, path, depth + 1));
  return all.reduce((best, faults) => (faults.length < best.length ? faults : best), all[0] ?? []);
}

function scalarFaults(documented: unknown, answer: unknown, path: string): string[] {
  return answer === null || typeof answer === typeof documented ? [] : [wrong(path, documented, answer)];
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function wrong(path: string, documented: unknown, answer: unknown): string {
  return `${path}: ${nameOf(answer)}, documented as ${nameOf(documented)}`;
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : value === undefined ? "nothing" : typeof value;
}

function unique(lines: string[]): string[] {
  return [...new Set(lines)];
}
