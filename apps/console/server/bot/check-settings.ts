import type { z } from "zod";

/** Why a setting does not fit, for the page to word. */
export type SettingFault = {
  /** Such as `hours.0.1`; empty for a rule over several. */
  path: string;
  code: "missing" | "kind" | "least" | "most" | "length" | "choice" | "form" | "own" | "unknown";
  /** How much it may be at least, at most, or how many there have to be. */
  limit: number | null;
  /** The schema's own words, in English. */
  message: string;
};

type Issue = z.core.$ZodIssue;

/**
 * What does not fit in a bot's settings, by the bot's own schema, as the worker reads them.
 *
 * @param before What is set now: a field that was unknown before is let be.
 */
export function faultsOf(
  schema: z.ZodType,
  settings: Record<string, unknown>,
  before: Record<string, unknown>,
): SettingFault[] {
  const read = schema.safeParse(settings, { reportInput: true });
  if (!read.success) return read.error.issues.flatMap(faultOf);
  const known = new Set(Object.keys(read.data ?? {}));
  return Object.keys(settings)
    .filter((name) => !known.has(name) && !Object.hasOwn(before, name))
    .map((name) => ({ path: name, code: "unknown", limit: null, message: `There is no setting ${name}` }));
}

function faultOf(issue: Issue): SettingFault[] {
  const path = issue.path.map(String).join(".");
  const { message } = issue;
  const fault = (code: SettingFault["code"], limit: number | bigint | null = null) => [
    { path, code, limit: limit === null ? null : Number(limit), message },
  ];
  switch (issue.code) {
    case "invalid_type":
      return fault(issue.input === undefined || issue.input === "" ? "missing" : "kind");
    case "too_small":
      if (issue.origin === "string") return fault("missing");
      return fault(issue.origin === "array" ? "length" : "least", issue.minimum);
    case "too_big":
      return fault(issue.origin === "array" ? "length" : "most", issue.maximum);
    case "invalid_value":
      return fault("choice");
    case "invalid_format":
      return fault("form");
    case "invalid_key":
      return fault("form");
    case "unrecognized_keys":
      return fault("unknown");
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_element":
    case "custom":
      return fault("own");
  }
}
