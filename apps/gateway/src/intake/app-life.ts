import { AppError } from "@botdeck/core";
import type { Removal, SealedInstall } from "@botdeck/db";

import { isDataFault } from "./data-fault.ts";

/** What a portal tells of the app: that it was installed or updated, which proves nothing yet, or removed, which was proven. */
export type AppLife = { install: SealedInstall } | { removal: Removal };

/** Resolves when it is on disk. */
export type KeepAppLife = (life: AppLife) => Promise<void>;

/** The tables take this one neither now nor later: for what is in it, or because too many of strangers wait already. */
export function isRefusedLife(error: unknown): boolean {
  return (
    isDataFault(error) || (error instanceof AppError && (error.code === "rate_limited" || error.code === "invariant"))
  );
}
