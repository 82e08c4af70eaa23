import { AppError } from "@botdeck/core";
import type { Portal } from "@botdeck/db";
import { type ActAs, grantNeededOf } from "@botdeck/portal-clients";

import { answerInTime } from "./answer-in-time.ts";
import type { DirectoryOf } from "./directories.ts";

export type IsAdminDeps = {
  directoryOf: DirectoryOf;
  portalById: (portalId: string) => Promise<Portal | null>;
  actAs: ActAs;
};

/** Somebody waits for the answer, in milliseconds. */
const BUDGET_MS = 4_000;

/** Whether a person runs their portal. Only their own rights can tell; who gives none is none. */
export async function isAdmin(
  { portalId, personId }: { portalId: string; personId: string },
  { portalById, actAs, directoryOf }: IsAdminDeps,
): Promise<boolean> {
  const portal = await portalById(portalId);
  if (portal === null) return false;
  try {
    const [{ client }, directory] = [await actAs(portal, personId), await directoryOf(portalId)];
    const { roles } = await answerInTime(() => directory.facts(personId, client), BUDGET_MS);
    return roles.includes("admin");
  } catch (error) {
    if (grantNeededOf(error) !== null || error instanceof AppError) return false;
    throw error;
  }
}
