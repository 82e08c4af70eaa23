import { announce, type Database, wakeDeliverer, wakeRuntime } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

export type Notices = {
  /** Events wait for whoever plays the runtime. */
  runtime(): void;
  /** Effects wait for whoever plays the deliverer. */
  deliverer(): void;
  /** This conversation changed. */
  conversation(id: string): void;
  /** There is a dead letter more. */
  letters(): void;
  /** Waits until what was given has been told. */
  flushed(): Promise<void>;
};

/**
 * Tells listeners what changed, after the commit and together: what comes while a notice is on its way goes with the next.
 * A lost notice costs a poll, so its failure must not make anything look failed that is committed.
 *
 * @param db May be one whose commits do not wait for the disk.
 */
export function createNotices(db: Database, logger: Logger): Notices {
  const conversations = new Set<string>();
  let [forRuntime, forDeliverer, forDesk] = [false, false, false];
  let telling: Promise<void> | null = null;

  async function tell(): Promise<void> {
    // The rest of this turn may have more to tell.
    await new Promise((resolve) => void setImmediate(resolve));
    while (hasNews()) {
      const told: Promise<void>[] = [];
      if (forRuntime) told.push(wakeRuntime(db));
      if (forDeliverer) told.push(wakeDeliverer(db));
      if (forDesk) told.push(announce(db, "botdeck_letters", null));
      if (conversations.size > 0) told.push(announce(db, "botdeck_live", [...conversations]));
      conversations.clear();
      [forRuntime, forDeliverer, forDesk] = [false, false, false];
      for (const result of await Promise.allSettled(told)) {
        if (result.status === "rejected") logger.warn({ err: result.reason as unknown }, "listeners could not be told");
      }
    }
  }

  const hasNews = () => forRuntime || forDeliverer || forDesk || conversations.size > 0;

  function start(): void {
    telling ??= tell().finally(() => {
      telling = null;
      if (hasNews()) start();
    });
  }

  return {
    runtime() {
      forRuntime = true;
      start();
    },
    deliverer() {
      forDeliverer = true;
      start();
    },
    conversation(id) {
      conversations.add(id);
      start();
    },
    letters() {
      forDesk = true;
      start();
    },
    flushed: async () => void (await telling),
  };
}
