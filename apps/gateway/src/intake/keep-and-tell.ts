import { type DatabaseHandle, keepEvents, wakeRuntime } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { KeepEvents } from "./keep-posts.ts";
import { createNotice } from "./notice.ts";

/** So many events in one statement mean load: then one notice stands for several statements. */
const FEW = 8;

/**
 * Keeps events in the inbox and tells the runtime of them. In calm times with the same commit, which saves whoever wrote a
 * trip and a commit; under load apart from it, for a commit with a notice takes a lock that all such commits of the database share.
 *
 * @param notices May be one whose commits do not wait for the disk: a notice that is lost costs one poll.
 */
export function createKeeper(inbox: DatabaseHandle["db"], notices: DatabaseHandle["db"], logger: Logger): KeepEvents {
  const notice = createNotice(() => wakeRuntime(notices), logger);
  return async (events, source, tokens) => {
    if (events.length <= FEW && notice.isQuiet()) {
      notice.told();
      try {
        return await keepEvents(inbox, events, { source, tokens, tells: true });
      } catch (error) {
        // The queue of notices is full: that is nobody's event's fault.
        if ((error as { code?: unknown }).code !== "54000") throw error;
      }
    }
    const newKeys = await keepEvents(inbox, events, { source, tokens });
    // Also when nothing was new: it may be the second try of a statement whose answer was lost.
    notice.tell();
    return newKeys;
  };
}
