import type { OpenLine, QueueEntry } from "../../state/open-line.ts";
import { list, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";

/** What belongs to a line beside its settings, and cannot be set from outside. */
const OWN_FIELDS = ["ID", "LINE_NAME", "ACTIVE", "QUEUE", "DATE_CREATE", "DATE_MODIFY", "MODIFY_USER_ID"];

type Change = Pick<OpenLine, "settings"> & { [Field in "name" | "queue" | "isActive"]: OpenLine[Field] | null };

/** PARAMS of `config.add` and `config.update`; null where a field was not given. */
export function readChange(params: Params): Change {
  const upper = upperKeys(params);
  const settings = Object.entries(upper).filter(([name]) => !OWN_FIELDS.includes(name));
  return {
    name: upper["LINE_NAME"] === undefined ? null : text(upper, "LINE_NAME").trim(),
    isActive: upper["ACTIVE"] === undefined ? null : text(upper, "ACTIVE").toUpperCase() !== "N",
    queue: upper["QUEUE"] === undefined ? null : list(upper, "QUEUE").flatMap(readEntry),
    settings: Object.fromEntries(settings),
  };
}

/** `{ENTITY_TYPE, ENTITY_ID}`, or the bare number of a person as older callers send it. */
function readEntry(entry: unknown): QueueEntry[] {
  const upper = typeof entry === "object" && entry !== null ? upperKeys({ ...entry }) : { ENTITY_ID: entry };
  const id = Number(text(upper, "ENTITY_ID"));
  if (!Number.isInteger(id) || id <= 0) return [];
  return [{ type: text(upper, "ENTITY_TYPE").toLowerCase() === "department" ? "department" : "user", id }];
}
