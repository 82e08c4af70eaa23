import { changedSince, type ConversationRow, type Database, type DeskTopic, latestChange } from "@botdeck/db";

import type { LiveHub } from "../live.ts";

/** A change is stamped when it is written and seen when its transaction ends, so each catch-up looks this far behind. */
const OVERLAP_MS = 30_000;
/** Who missed more than this reads its pages anew. */
const CATCH_UP_ROWS = 500;

export type Change =
  /** Up to date from here on. `isWhole` is false when the reader must fetch its pages again. */
  | { kind: "ready"; isWhole: boolean }
  | { kind: "changed"; row: ConversationRow }
  /** Something of these topics changed; after `ready` anything may have. */
  | { kind: "stale"; topics: DeskTopic[] };

type Options = {
  db: Database;
  live: LiveHub;
  /** The latest change the caller knows; null when it comes for the first time. */
  since: Date | null;
  signal: AbortSignal | undefined;
  /** Asked before anything is handed out, since roles and sessions may end while the stream is open. */
  isAllowed: () => Promise<boolean>;
};

/** Every change of a conversation, each with the instant to come back with. A change may come twice, never not at all. */
export async function* followChanges({ db, live, since, signal, isAllowed }: Options) {
  let latest = since;
  for await (const notice of live.subscribe(signal)) {
    if (!(await isAllowed())) return;
    const changed = new Map(notice.rows.map((row) => [row.id, row]));
    let isWhole = latest !== null;
    if (notice.mustCatchUp) {
      const missed = latest === null ? [] : await readMissed(db, latest);
      isWhole &&= missed.length <= CATCH_UP_ROWS;
      for (const row of missed.slice(0, CATCH_UP_ROWS)) changed.set(row.id, row);
      latest ??= (await latestChange(db)) ?? new Date(0);
    }
    for (const row of changed.values()) {
      if (latest === null || row.updatedAt > latest) latest = row.updatedAt;
      yield { latest, change: { kind: "changed", row } satisfies Change };
    }
    if (notice.topics.length > 0 && latest !== null) {
      yield { latest, change: { kind: "stale", topics: notice.topics } satisfies Change };
    }
    if (notice.mustCatchUp && latest !== null) {
      yield { latest, change: { kind: "ready", isWhole } satisfies Change };
    }
  }
}

function readMissed(db: Database, latest: Date): Promise<ConversationRow[]> {
  return changedSince(db, new Date(latest.getTime() - OVERLAP_MS), CATCH_UP_ROWS + 1);
}
