import { announce, type DatabaseHandle, settleVisits } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

/** Conversations looked at in one short transaction. */
const AT_ONCE = 200;

/** Decides visits that ended in silence, and tells who watches. @param afterHours Silence that is taken for an end. */
export async function settleSilentVisits(
  db: DatabaseHandle["db"],
  { now, afterHours, logger }: { now: Date; afterHours: number; logger: Logger },
): Promise<void> {
  const afterMs = afterHours * 3_600_000;
  const silence = { presumedAfterMs: afterMs, abandonedAfterMs: afterMs };
  const settled = await settleVisits(db, { ...silence, now, limit: AT_ONCE });
  if (settled.length === 0) return;
  logger.info({ visits: settled.length }, "visits that ended in silence are decided");
  await announce(
    db,
    "botdeck_live",
    settled.map(({ conversationId }) => conversationId),
  );
}
