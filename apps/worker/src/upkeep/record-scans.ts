import { notifyBot } from "@botdeck/bots";
import { RECORD_SCAN, RECORD_SCAN_OF, type RecordScanInput, type RecordScanOf } from "@botdeck/contracts";
import { botsAtWork, databaseNow, type DatabaseHandle, type NewEffect, putEffects, wakeDeliverer } from "@botdeck/db";
import { isChangeWanted } from "@botdeck/notifications";
import type { Logger } from "@botdeck/telemetry";

import type { RulesOf } from "../notifications/portal-rules.ts";
import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { SCANNED } from "../workflows/record-scan/activities.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find"> };

/**
 * Has records looked through each hour for what no event tells, where an enabled rule wants to know of it. An hour in which nobody
 * was there is left out: the next look finds what it would have found.
 *
 * @param deps.now By default the database's clock.
 */
export function startRecordScans(deps: Deps & { logger: Logger; now?: () => Promise<Date>; everyMs?: number }): Role {
  const { db, logger, everyMs = MINUTE_MS, now = () => databaseNow(db) } = deps;
  const look = async () => void (await startDueScans(deps, await now()));
  return keepLooking("record scans", look, logger, everyMs);
}

/** @returns How many were started: each hour's is started once, however often this is called. */
export async function startDueScans({ db, rules }: Deps, now: Date): Promise<number> {
  const due: NewEffect[] = [];
  for (const { portalId, botId } of await botsAtWork(db, notifyBot.code)) {
    const { rules: named } = await rules.find(portalId);
    for (const of of RECORD_SCAN_OF) {
      const { record, change } = SCANNED[of];
      if (isChangeWanted(named, record, change))
        due.push(scanStart({ portalId, botId, of, dueAt: hourOf(portalId, of, now) }));
    }
  }
  const started = await putEffects(db, due);
  if (started.length > 0) await wakeDeliverer(db);
  return started.length;
}

function scanStart(input: RecordScanInput): NewEffect {
  const { portalId, botId, of, dueAt } = input;
  const workflowId = `${RECORD_SCAN}:${portalId}:${of}:${dueAt}`;
  const effect = { kind: "workflow.start" as const, workflow: RECORD_SCAN, workflowId, input };
  return { key: workflowId, portalId, botId, conversationId: null, lane: workflowId, effect };
}

/** When the hour began, each portal's at its own minute: all of them at once would be many. */
function hourOf(portalId: string, of: RecordScanOf, now: Date): string {
  const spread = Buffer.from(`${portalId}:${of}`).reduce((sum, byte) => (sum * 31 + byte) % 60, 0) * MINUTE_MS;
  const begun = Math.floor((now.getTime() - spread) / HOUR_MS) * HOUR_MS + spread;
  return new Date(begun).toISOString();
}
