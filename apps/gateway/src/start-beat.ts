import { withDeadline } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { beat, type Database, type GatewayCounts, stopBeat } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

const BEAT_EVERY_MS = 2_000;
/** The last word is not waited for longer, in milliseconds: the next beat of another gateway says as much. */
const LAST_BEAT_MS = 1_000;

/** Says in the database, every two seconds, that this gateway takes events in. Without a database it stays silent and goes on. */
export function startBeat({ db, counts, logger }: { db: Database; counts: () => GatewayCounts; logger: Logger }) {
  const gatewayId = newId();
  const startedAtMs = performance.now();
  let underWay: Promise<void> | null = null;

  async function write(): Promise<void> {
    try {
      await beat(db, gatewayId, counts(), performance.now() - startedAtMs);
    } catch (error) {
      logger.debug({ err: error }, "the beat could not be written");
    }
  }
  function tick(): void {
    underWay ??= write().finally(() => {
      underWay = null;
    });
  }
  tick();
  const timer = setInterval(tick, BEAT_EVERY_MS);

  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      try {
        await underWay;
        await withDeadline(stopBeat(db, gatewayId), LAST_BEAT_MS);
      } catch (error) {
        logger.debug({ err: error }, "the last beat could not be written");
      }
    },
  };
}
