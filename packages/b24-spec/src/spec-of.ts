import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { MethodSpec, ParamSpec, ValueKind } from "./method-spec.ts";
import { OVERLAY, READS_CALLED_WRITES, type Correction } from "./overlay.ts";

const FOLDER = fileURLToPath(new URL("../methods/", import.meta.url));

/** A parameter as the data has it. */
type RawParam = {
  name: string;
  type: string;
  base: string;
  required: boolean | "unknown";
  ref?: string;
};

/** A file of `methods/`, as far as it is read. */
type RawMethod = {
  method: string;
  scope: string | null;
  kind: string;
  params: RawParam[];
  defs: Record<string, { fields?: RawParam[] }>;
  returns?: { name: string; type: string }[];
  resultExample?: { result: unknown; total?: number; next?: number };
  page: string | null;
  deprecated?: { successor?: string };
  source: { file: string };
};

const FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER).map((file) => [file.slice(0, -".json".length).toLowerCase(), file]),
);

/** Every method that exists on a portal as far as the documentation tells, in the documentation's spelling. */
export const KNOWN_METHODS: readonly string[] = [
  ...new Set([...[...FILES.values()].map((file) => file.slice(0, -".json".length)), ...Object.keys(OVERLAY)]),
].toSorted();

const corrections = new Map(Object.entries(OVERLAY).map(([name, correction]) => [name.toLowerCase(), correction]));
const names = new Map(KNOWN_METHODS.map((name) => [name.toLowerCase(), name]));
const read = new Map<string, MethodSpec>();

/** The description of a method, in whatever case it is named; null for one that does not exist. */
export function specOf(name: string): MethodSpec | null {
  const key = name.toLowerCase();
  const spelling = names.get(key);
  // Only what exists is kept: anybody may ask for any name.
  if (spelling === undefined) return null;
  const spec = read.get(key) ?? build(key, spelling);
  read.set(key, spec);
  return spec;
}

function build(key: string, name: string): MethodSpec {
  const file = FILES.get(key);
  const correction = corrections.get(key);
  // safe: the folder holds only files of this form; a test reads every one of them.
  const raw = file === undefined ? null : (JSON.parse(readFileSync(FOLDER + file, "utf8")) as RawMethod);
  const example = raw?.resultExample ?? null;
  return {
    name,
    scope: correction?.scope === undefined ? scopeOf(raw) : correction.scope,
    kind: correction?.kind ?? (raw?.kind === "read" || READS_CALLED_WRITES.has(name) ? "read" : "write"),
    params: corrected(raw === null ? [] : paramsOf(raw, raw.params, 0), correction),
    example: correction !== undefined && "result" in correction ? envelopeOf(correction) : example,
    answerTypes: new Map((raw?.returns ?? []).map(({ name: field, type }) => [field, type])),
    certain: correction?.certain ?? [],
    reads: correction?.reads ?? {},
    page: correction?.page ?? raw?.page ?? null,
    successor: raw?.deprecated?.successor ?? (raw?.deprecated === undefined ? null : ""),
    needsApp: correction?.needsApp === true,
    isBatchable: correction?.isBatchable !== false,
    isRest3: correction?.isRest3 === true,
  };
}

function envelopeOf({ result, total }: Correction): MethodSpec["example"] {
  return { result, ...(total !== undefined && { total }) };
}

const WITHOUT_SCOPE = "базовый";

function scopeOf(raw: RawMethod | null): string | null {
  return raw === null || raw.scope === WITHOUT_SCOPE ? null : raw.scope;
}

const KINDS: ReadonlySet<string> = new Set<ValueKind>([
  "string",
  "integer",
  "number",
  "boolean",
  "char",
  "date",
  "datetime",
  "file",
  "array",
  "object",
]);
/** A list, a map, JSON in a text, or `N` to take it away: the data names one of these. */
const EITHER_WAY = /^(?:keyboard|attach|menu)$/i;
/** Descriptions refer to each other; none nests deeper in earnest. */
const DEEPEST = 4;
/** Answer fields that the parser took for parameters of methods that have none. */
const ANSWER_FIELDS = new Set(["result", "time", "error", "error_description"]);
/** `fields.CONTACT_ID` beside `fields`: a field of a parameter, not one more parameter. */
const FIELD_OF_ANOTHER = /^\w+\.\w+$/;

function paramsOf(raw: RawMethod, params: RawParam[], depth: number): ParamSpec[] {
  return params
    .filter(({ name }) => depth > 0 || (!ANSWER_FIELDS.has(name) && !FIELD_OF_ANOTHER.test(name)))
    .map((param) => ({
      name: param.name,
      // safe: just checked to be one
      kind: KINDS.has(param.base) && !EITHER_WAY.test(param.name) ? (param.base as ValueKind) : "any",
      docType: param.type,
      isRequired: param.required === true,
      fields: fieldsOf(raw, param, depth),
    }));
}

function fieldsOf(raw: RawMethod, { ref }: RawParam, depth: number): ParamSpec[] | null {
  if (ref === undefined || depth >= DEEPEST) return null;
  const fields = raw.defs[ref.replace("#/defs/", "")]?.fields;
  return fields === undefined ? null : paramsOf(raw, fields, depth + 1);
}

function corrected(params: ParamSpec[], correction: Correction | undefined): ParamSpec[] {
  let result = params;
  for (const [path, change] of Object.entries(correction?.params ?? {})) {
    result = change === null ? without(result, path.split(".")) : changed(result, path.split("."), change);
  }
  return result;
}

function without(params: ParamSpec[], [head, ...rest]: string[]): ParamSpec[] {
  if (rest.length === 0) return params.filter(({ name }) => name !== head);
  return params.map((param) => (param.name === head ? { ...param, fields: without(param.fields ?? [], rest) } : param));
}

function changed(
  params: ParamSpec[],
  [head = "", ...rest]: string[],
  change: { kind?: ValueKind; isRequired?: boolean },
): ParamSpec[] {
  const known = params.find(({ name }) => name === head);
  const base: ParamSpec = known ?? { name: head, kind: "any", docType: "", isRequired: false, fields: null };
  const next =
    rest.length === 0 ? { ...base, ...change } : { ...base, fields: changed(base.fields ?? [], rest, change) };
  return known === undefined ? [...params, next] : params.map((param) => (param === known ? next : param));
}
