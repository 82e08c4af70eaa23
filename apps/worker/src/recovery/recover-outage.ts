import { AppError, messageOf } from "@botdeck/core";
import { closeOutage, type Outage, type Portal } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { createFindingsKeeper, type FindingsKeeper } from "./keep-found.ts";
import type { Place } from "./place.ts";
import { placesOnPortal, wasThere } from "./places-on-portal.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";

/** Dialogs read at once: what waits for the budget together leaves in one batch. */
const AT_ONCE = 10;
/** What cannot be seen at the moment is tried so often, one time a round. */
const MOST_TRIES = 20;

export type RecoverDeps = RecoveryDeps & { logger: Logger };

/**
 * Looks for what was missed in an outage, and puts it into the inbox. What is done is written down place by place, so that
 * after a crash, or when a portal was away, the next call goes on where this one stopped.
 *
 * @param onlyPortalId Looks at one portal alone.
 * @returns What was found at each place. When none of them is pending, the outage is closed.
 * @throws What the database throws: then nothing is taken for looked through.
 */
export async function recoverOutage(outage: Outage, deps: RecoverDeps, onlyPortalId: string | null = null) {
  const { db, logger } = deps;
  const findings = createFindingsKeeper(db, outage);
  await lookThroughPortals(outage, findings, deps, onlyPortalId);
  const found = findings.all();
  const left = found.filter(({ isPending }) => isPending === true).length;
  if (left > 0) {
    logger.warn({ outageId: outage.id, left }, "some places could not be looked through yet and are tried again");
  } else {
    await closeOutage(db, outage.id);
    logger.info({ outageId: outage.id, began: outage.beganAt }, "the outage is looked into");
  }
  return found;
}

/** Looks through what is not looked through yet, portal by portal. */
export async function lookThroughPortals(
  outage: Outage,
  findings: FindingsKeeper,
  deps: RecoverDeps,
  onlyPortalId: string | null,
): Promise<void> {
  const { portals } = deps;
  const connected = [...(await portals.inState("active")), ...(await portals.inState("reauth"))];
  const asked = connected.filter(({ id }) => onlyPortalId === null || id === onlyPortalId);
  for (const portal of asked.filter((one) => wasThere(one, outage))) {
    await recoverPortal(portal, outage, findings, deps);
  }
}

/** The portal's own finding stands for its places until they are known, and waits until all of them are done. */
async function recoverPortal(
  portal: Portal,
  outage: Outage,
  findings: FindingsKeeper,
  deps: RecoverDeps,
): Promise<void> {
  await findings.plan([portal.domain]);
  if (!findings.isPending(portal.domain)) return;
  await lookThrough(findings, deps, {
    where: portal.domain,
    async look() {
      const places = await placesOnPortal(portal, outage, deps);
      const wheres = places.map(({ where }) => where);
      await findings.plan(wheres);
      await lookThroughAll(
        findings,
        deps,
        places.filter(({ where }) => findings.isPending(where)),
      );
      if (wheres.some(findings.isPending)) throw new AppError("unreachable", "Some of its places are tried again");
      return null;
    },
  });
}

/** What needs its order goes first and alone; dialogs do not mind each other. */
async function lookThroughAll(findings: FindingsKeeper, deps: RecoverDeps, places: readonly Place[]): Promise<void> {
  for (const place of places.filter(({ isAlone }) => isAlone === true)) await lookThrough(findings, deps, place);
  const others = places.filter(({ isAlone }) => isAlone !== true);
  for (let start = 0; start < others.length; start += AT_ONCE) {
    const group = others.slice(start, start + AT_ONCE);
    // All of them end before this does: whoever goes on with the outage must not write beside them.
    const ended = await Promise.allSettled(group.map((place) => lookThrough(findings, deps, place)));
    for (const one of ended) if (one.status === "rejected") throw one.reason;
  }
}

/** What a portal refuses or cannot do at the moment is noted, and does not hold up the rest. */
async function lookThrough(findings: FindingsKeeper, { calls }: RecoverDeps, place: Place): Promise<void> {
  const { where, look, limit } = place;
  try {
    const problem = await look(findings.keepAt(where));
    await findings.change(where, { problem, isPending: false, ...(limit !== undefined && { limit }) });
  } catch (error) {
    if (!(error instanceof AppError) || calls.signal?.aborted === true) throw error;
    const tries = findings.triesOf(where) + 1;
    await findings.change(where, {
      problem: messageOf(error),
      tries,
      isPending: error.isRetryable && tries < MOST_TRIES,
    });
  }
}
