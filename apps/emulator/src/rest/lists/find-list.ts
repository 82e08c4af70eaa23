import type { Portal } from "../../portal.ts";
import type { UniversalList } from "../../state/lists.ts";
import type { Person } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { integer, text, type Params } from "../params.ts";
import { accessDenied, listNotFound, missingParameter } from "./errors.ts";

const LIST_TYPES: UniversalList["type"][] = ["lists", "bitrix_processes", "lists_socnet"];

/** Rights from none to all. Bitrix24 docs: lists-add. */
const RIGHTS = "DRESTUWX";
type Right = "R" | "E" | "W" | "X";

/** @throws RestError for the first of the parameters that the call lacks. A name with `|` asks for one of several. */
export function requireParams(params: Params, names: string[]): void {
  for (const name of names) {
    const isGiven = name.split("|").some((one) => !isMissing(params[one]));
    if (!isGiven) throw missingParameter(name.split("|")[0] ?? name);
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

export function readType(params: Params): UniversalList["type"] {
  requireParams(params, ["IBLOCK_TYPE_ID"]);
  const type = LIST_TYPES.find((known) => known === text(params, "IBLOCK_TYPE_ID"));
  if (type === undefined) throw accessDenied();
  return type;
}

/** The list that a number or a code names. */
export function findList(portal: Portal, params: Params): UniversalList | null {
  const id = integer(params, "IBLOCK_ID");
  if (id !== null) return portal.state.lists.get(id) ?? null;
  const code = text(params, "IBLOCK_CODE");
  return [...portal.state.lists.values()].find((list) => code !== "" && list.code === code) ?? null;
}

/** The list a call is about. @throws RestError when it is absent, or the caller has less than the right. */
export function readList({ portal, caller, params }: Call, right: Right): UniversalList {
  const type = readType(params);
  requireParams(params, ["IBLOCK_ID|IBLOCK_CODE"]);
  const list = findList(portal, params);
  if (list === null || list.type !== type) throw listNotFound();
  if (!hasRight(portal, list, caller.user, right)) throw accessDenied();
  return list;
}

/** An administrator may do everything; of the rights that fit a person the widest counts. */
export function hasRight(portal: Portal, list: UniversalList, user: Person, right: Right): boolean {
  if (user.role === "manager") return true;
  const departments = portal.state.profiles.get(user.id)?.departmentIds ?? [];
  const codes = ["*", `U${user.id}`, ...departments.flatMap((id) => [`D${id}`, `DR${id}`])];
  const levels = codes.map((code) => RIGHTS.indexOf(list.rights[code] ?? "D"));
  return Math.max(...levels) >= RIGHTS.indexOf(right);
}
