import { isAtLeast, type Role } from "../roles.ts";

/** True for a role that sees people only as initials. */
export function hidesPersonalData(role: Role): boolean {
  return !isAtLeast(role, "operator");
}
