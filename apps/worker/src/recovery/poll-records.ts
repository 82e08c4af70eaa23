import { AppError } from "@botdeck/core";
import { keepEvents, noteRecordPoll, type Portal, recordPolls, wakeRuntime } from "@botdeck/db";
import { isChangeWanted, RULE_RECORD, type RuleRecord } from "@botdeck/notifications";
import type { Logger } from "@botdeck/telemetry";

import { readPortalRules } from "../notifications/portal-rules.ts";
import { findChangedRecords } from "./changed-records.ts";
import type { RecoveryDeps } from "./recovery-deps.ts";

/** How often a portal is looked through, in milliseconds. */
const EVERY_MS = 60_000;
/** The portal's clock and ours may differ, and what it has just written may not be listed yet, in milliseconds: this much is looked through again. */
const OVERLAP_MS = 60_000;

type Deps = RecoveryDeps & { logger: Logger; now?: () => Date };

/**
 * Looks for records that changed on portals which neither post nor queue what happens, as those reached by a webhook; only for
 * those that a rule wants to know of. It goes on where it stopped, also after an outage; what was before the first look is
 * nobody's news. Comments and what was deleted leave no trace in a list.
 */
export function createRecordPoller(deps: Deps): () => Promise<void> {
  const { db, portals, records, logger, now = () => new Date() } = deps;
  return async () => {
    for (const portal of await portals.inState("active")) {
      if (portal.auth !== "webhook") continue;
      const { bot, rules } = await readPortalRules(portal.id, { db, portals });
      if (bot === null) continue;
      const wanted = RULE_RECORD.filter(
        (record) =>
          records.includes(record) &&
          (isChangeWanted(rules, record, "added") || isChangeWanted(rules, record, "updated")),
      );
      const polls = await recordPolls(db, portal.id);
      for (const record of wanted) {
        const lookedUntil = polls.get(record) ?? null;
        if (lookedUntil !== null && now().getTime() - lookedUntil.getTime() < EVERY_MS) continue;
        try {
          await poll(portal, record, lookedUntil, now());
        } catch (error) {
          if (!(error instanceof AppError) || deps.calls.signal?.aborted === true) throw error;
          logger.info(
            { err: error, domain: portal.domain, record },
            "the portal could not be looked through for changes",
          );
        }
      }
    }
  };

  async function poll(portal: Portal, record: RuleRecord, lookedUntil: Date | null, at: Date): Promise<void> {
    if (lookedUntil !== null) {
      const window = { from: wholeSecond(lookedUntil.getTime() - OVERLAP_MS), now: at };
      const view = { client: deps.clients.for(portal), portal, calls: deps.calls, window };
      await findChangedRecords(view, record, keep, { tellsBoth: true });
    }
    // The first look has nothing to look at again.
    const until = lookedUntil === null ? new Date(at.getTime() + OVERLAP_MS) : at;
    await noteRecordPoll(db, { portalId: portal.id, record, lookedUntil: until });
  }

  async function keep(events: Parameters<typeof keepEvents>[1]): Promise<number> {
    const keys = await keepEvents(db, events, { source: "fetch" });
    if (keys.length > 0) await wakeRuntime(db).catch(() => {});
    return keys.length;
  }
}

/** Portals tell no less: what was written in this second comes before its middle. */
const wholeSecond = (ms: number): Date => new Date(Math.floor(ms / 1_000) * 1_000);
