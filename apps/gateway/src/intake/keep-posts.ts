import type { KeyedEvent } from "@botdeck/core";
import type { InboxSource, SealedEventToken } from "@botdeck/db";

import { isDataFault } from "./data-fault.ts";
import type { Post } from "./post.ts";

/** Puts events into the inbox in one statement, and beside it the tokens of their authors. @returns The keys that were new. */
export type KeepEvents = (
  events: readonly KeyedEvent[],
  source: InboxSource,
  tokens: readonly SealedEventToken[],
) => Promise<readonly string[]>;

type Kept = Pick<Post, "events" | "source" | "token">;

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
export async function keepPosts<Entry extends { post: Kept }>(
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
async function keepBySource(entries: readonly { post: Kept }[], keepEvents: KeepEvents): Promise<ReadonlySet<string>> {
  const newKeys = new Set<string>();
  const posts = entries.map(({ post }) => post);
  for (const source of new Set(posts.map((post) => post.source))) {
    const ofSource = posts.filter((post) => post.source === source);
    const events = ofSource.flatMap((post) => post.events);
    const tokens = ofSource.flatMap(({ token }) => token ?? []);
    for (const key of await keepEvents(events, source, tokens)) newKeys.add(key);
  }
  return newKeys;
}
