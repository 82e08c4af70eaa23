import { AppError } from "@botdeck/core";
import { B24Error } from "@botdeck/b24-client";
import type { PortalFinding } from "@botdeck/db";

/** Everything that is looked at on a portal; the console has the words for each. */
const FINDING_CODE = [
  "secrets",
  "reach",
  "clock",
  "token",
  "scopes",
  "revision",
  "owner",
  "app",
  "events",
  "leftovers",
  "bots",
  "strangers",
  "commands",
] as const;
export type FindingCode = (typeof FINDING_CODE)[number];

export function finding(
  code: FindingCode,
  level: PortalFinding["level"],
  facts: PortalFinding["facts"] = {},
): PortalFinding {
  return { code, level, facts };
}

/** Why a look came to nothing: the portal's own code where it gave one, else ours. No address and no secret is in it. */
export function reasonOf(error: unknown): string {
  if (error instanceof B24Error && error.portalCode) return error.portalCode;
  return error instanceof AppError ? error.code : "invariant";
}

/** What a look found; one that failed is a warning of its own and keeps none of the others from being made. */
export async function found(
  code: FindingCode,
  look: () => Promise<readonly PortalFinding[]>,
): Promise<readonly PortalFinding[]> {
  try {
    return await look();
  } catch (error) {
    return [finding(code, "warning", { notLooked: reasonOf(error) })];
  }
}
