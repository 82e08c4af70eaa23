import type { KeyedEvent } from "@botdeck/core";
import type { InboxSource } from "@botdeck/db";

import { isDataFault } from "./data-fault.ts";
import type { Post } from "./post.ts";

/** Puts events into the inbox in one statement. @returns The keys that were new. */
export type KeepEvents = (events: readonly KeyedEvent[], source: InboxSource) => Promise<readonly string[]>;

type Outcome<Entry> = {
  onKept: (entries: readonly Entry[], newKeys: ReadonlySet<string>) => void;
  /** The inbox refuses this one for what is in it. */
  onRefused: (entry: Entry, error: unknown) => void | Promise<void>;
};

/**
 * Keeps posts together; when the inbox refuses what is in one of them, by halves, so that it fails alone.
 *
 * @throws what the database throws when it cannot keep them now; what was settled before stays settled.
 */
export async function keepPosts<Entry extends { post: Pick<Post, "events" | "source"> }>(
  entries: readonly Entry[],
  keepEvents: KeepEvents,
  outcome: Outcome<Entry>,
): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  try {
    outcome.onKept(entries, await keepBySource(entries, keepEvents));
    return;
  } catch (error) {
    if (!isDataFault(error)) throw error;
    if (entries.length === 1) {
      await outcome.onRefused(first, error);
      return;
    }
  }
  const middle = Math.ceil(entries.length / 2);
  await keepPosts(entries.slice(0, middle), keepEvents, outcome);
  await keepPosts(entries.slice(middle), keepEvents, outcome);
}

/** A statement per source: nearly always one. Events of one lane come from one source, so their order stays. */
async function keepBySource(
  entries: readonly { post: Pick<Post, "events" | "source"> }[],
  keepEvents: KeepEvents,
): Promise<ReadonlySet<string>> {
  const newKeys = new Set<string>();
  const posts = entries.map(({ post }) => post);
  for (const source of new Set(posts.map((post) => post.source))) {
    const events = posts.flatMap((post) => (post.source === source ? post.events : []));
    for (const key of await keepEvents(events, source)) newKeys.add(key);
  }
  return newKeys;
}
