import { setTimeout as pause } from "node:timers/promises";

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
  /** A workflow is asked for. */
  workflows(): void;
  /** Waits until what was given has been told. */
  flushed(): Promise<void>;
};

/** Conversations that change within this are told of together, in milliseconds: an event and its reply are one change to who looks. */
const TOGETHER_MS = 25;
/** And workflows within this: every page that lists them reads its list again. */
const WORKFLOWS_TOGETHER_MS = 250;

/**
 * Tells listeners what changed, after the commit and together: what comes while a notice is on its way goes with the next.
 * A lost notice costs a poll, so its failure must not make anything look failed that is committed.
 *
 * @param db May be one whose commits do not wait for the disk.
 */
export function createNotices(db: Database, logger: Logger): Notices {
  const conversations = new Set<string>();
  let [forRuntime, forDeliverer, forDesk] = [false, false, false];
  const work = createTeller(tellOfWork, () => forRuntime || forDeliverer || forDesk);
  let hasNewWorkflows = false;
  const desk = createTeller(tellOfWorkflows, () => hasNewWorkflows);
  const views = createTeller(tellOfConversations, () => conversations.size > 0);

  async function tellOfWork(): Promise<void> {
    // The rest of this turn may have more to tell.
    await new Promise((resolve) => void setImmediate(resolve));
    const told: Promise<void>[] = [];
    if (forRuntime) told.push(wakeRuntime(db));
    if (forDeliverer) told.push(wakeDeliverer(db));
    if (forDesk) told.push(announce(db, "botdeck_letters", null));
    [forRuntime, forDeliverer, forDesk] = [false, false, false];
    await heard(told);
  }

  async function tellOfConversations(): Promise<void> {
    await pause(TOGETHER_MS);
    const changed = [...conversations];
    conversations.clear();
    await heard([announce(db, "botdeck_live", changed)]);
  }

  async function tellOfWorkflows(): Promise<void> {
    await pause(WORKFLOWS_TOGETHER_MS);
    hasNewWorkflows = false;
    await heard([announce(db, "botdeck_desk", ["workflows"])]);
  }

  async function heard(told: readonly Promise<void>[]): Promise<void> {
    for (const result of await Promise.allSettled(told)) {
      if (result.status === "rejected") logger.warn({ err: result.reason as unknown }, "listeners could not be told");
    }
  }

  return {
    runtime() {
      forRuntime = true;
      work.start();
    },
    deliverer() {
      forDeliverer = true;
      work.start();
    },
    conversation(id) {
      conversations.add(id);
      views.start();
    },
    letters() {
      forDesk = true;
      work.start();
    },
    workflows() {
      hasNewWorkflows = true;
      desk.start();
    },
    flushed: async () => void (await Promise.all([work.told(), views.told(), desk.told()])),
  };
}

/** Tells of all the news there is, and again of what came meanwhile. */
function createTeller(tell: () => Promise<void>, hasNews: () => boolean) {
  let telling: Promise<void> | null = null;

  async function tellAll(): Promise<void> {
    while (hasNews()) await tell();
    // Nothing is awaited between that look and this.
    telling = null;
  }

  return { start: () => void (telling ??= tellAll()), told: () => telling };
}
