import type { KeyedEvent } from "@botdeck/core";
import type { InboxSource, SealedEventToken } from "@botdeck/db";

/** What one request brought: its events are kept together or not at all. */
export type Post = {
  events: readonly KeyedEvent[];
  source: InboxSource;
  /** What came with them of their author, and is kept with them. */
  token?: SealedEventToken | null;
  /** Size of the request's body, by which memory and batches are bounded. */
  bytes: number;
};

/** Where events go. */
export type Intake = {
  /**
   * Resolves when the events are on disk, in the inbox or in the spool: the request may be answered 200 then.
   *
   * @returns How many were new, as far as it is known yet: what went to the spool counts as new.
   * @throws AppError `unreachable` when neither takes them now; `EventRefused` when the inbox refuses this very post.
   */
  keep(post: Post): Promise<{ kept: number }>;
};

/** A post that waits to be kept. */
export type Waiting = {
  post: Post;
  resolve: (kept: { kept: number }) => void;
  reject: (error: Error) => void;
};
