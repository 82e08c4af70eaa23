import type { Call } from "../method.ts";
import { integer, text } from "../params.ts";
import { accessDenied, isMissing, missing } from "./errors.ts";
import { CALENDAR_TYPES, type Owner } from "./access.ts";

/** The owner of the company's calendar. */
const COMPANY = 0;

/**
 * Whose calendar a call is about.
 *
 * @param isOwnDefault Whether a person's own calendar is meant when no owner is named.
 * @throws RestError for a missing parameter, or an owner that there is not.
 */
export function readOwner(
  { portal, caller, params }: Call,
  method: string,
  { isOwnDefault = false }: { isOwnDefault?: boolean } = {},
): Owner {
  if (isMissing(params["type"])) throw missing(method, "type");
  const type = CALENDAR_TYPES.find((known) => known === text(params, "type"));
  if (type === undefined) throw accessDenied();
  if (isMissing(params["ownerId"])) {
    if (type === "user" && isOwnDefault) return { type, ownerId: caller.user.id };
    throw missing(method, "ownerId");
  }
  const ownerId = type === "company_calendar" ? COMPANY : (integer(params, "ownerId") ?? 0);
  if (type === "user" && !isAccount(portal.state.people.get(ownerId)?.role)) throw accessDenied();
  return { type, ownerId };
}

function isAccount(role: string | undefined): boolean {
  return role !== undefined && role !== "client" && role !== "bot";
}
