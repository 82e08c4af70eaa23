import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { askForRecovery, databaseNow, type Outage, type OutageFinding, type PollerLocks } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { createDryFindings } from "./keep-found.ts";
import { unhurried } from "./place.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";
import { lookThroughPortals, recoverOutage } from "./recover-outage.ts";
import { RECOVERY_LOCK } from "./start-recovery.ts";

type Asked = { since: Date; onlyPortalId: string | null; isDryRun: boolean };
type Deps = Omit<RecoveryDeps, "calls"> & { locks: PollerLocks; logger: Logger };

/**
 * Looks for what was missed since an instant, because a person wants it. What a portal cannot show at the moment is left
 * to the workers, who try it again.
 *
 * @returns What was found at each place.
 * @throws AppError `conflict` while a worker looks into an outage, `invalid` for an instant that is still to come.
 */
export async function recoverOnDemand(asked: Asked, rest: Deps): Promise<readonly OutageFinding[]> {
  const deps = { ...rest, calls: unhurried(new AbortController().signal), isDryRun: asked.isDryRun };
  const { db, locks } = deps;
  const now = await databaseNow(db);
  if (asked.since >= now) throw new AppError("invalid", "The time to look through has to begin in the past");
  if (asked.isDryRun) {
    const findings = createDryFindings(db);
    await lookThroughPortals(imagined(asked.since, now), findings, deps, asked.onlyPortalId);
    return findings.all();
  }
  const found = await locks.run(RECOVERY_LOCK, async () =>
    recoverOutage(await askForRecovery(db, asked.since), deps, asked.onlyPortalId),
  );
  if (found !== null) return found;
  throw new AppError("conflict", "A worker looks for what was missed at the moment: try again in a minute");
}

/** An outage that no row stands for, so that nothing is written. */
function imagined(beganAt: Date, endedAt: Date): Outage {
  const counts = { takenIn: 0, refused: 0, recovered: 0 };
  return {
    id: newId(),
    kind: "asked",
    state: "recovering",
    beganAt,
    endedAt,
    ...counts,
    findings: [],
    settledAt: null,
  };
}
