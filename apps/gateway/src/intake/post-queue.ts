import { AppError } from "@botdeck/core";

import type { Post, Waiting } from "./post.ts";

export type Bounds = { rows: number; bytes: number };

const RETRY_AFTER_MS = 1_000;

/**
 * Posts in the order in which they came, no more than the memory is meant to hold.
 *
 * @param bounds What may wait at most; a post past it is refused at once.
 */
export function createPostQueue(bounds: Bounds) {
  const waiting: Waiting[] = [];
  const held = { rows: 0, bytes: 0 };

  return {
    /** Settles when the post does. @throws AppError `unreachable` when too much waits already. */
    add(post: Post): Promise<{ kept: number }> {
      if (held.rows + post.events.length > bounds.rows || held.bytes + post.bytes > bounds.bytes) {
        const message = "More events wait to be kept than the memory may hold";
        return Promise.reject(new AppError("unreachable", message, { retryAfterMs: RETRY_AFTER_MS }));
      }
      return new Promise((resolve, reject) => {
        held.rows += post.events.length;
        held.bytes += post.bytes;
        waiting.push({ post, resolve, reject });
      });
    },

    isEmpty: () => waiting.length === 0,

    /** Takes the oldest, up to `most`; one larger post comes alone. They count as held until `release`. */
    take(most: Bounds): Waiting[] {
      let rows = 0;
      let bytes = 0;
      const end = waiting.findIndex(({ post }, index) => {
        rows += post.events.length;
        bytes += post.bytes;
        return index > 0 && (rows > most.rows || bytes > most.bytes);
      });
      return waiting.splice(0, end === -1 ? waiting.length : end);
    },

    /** These are settled, one way or the other. */
    release(posts: readonly Waiting[]): void {
      for (const { post } of posts) {
        held.rows -= post.events.length;
        held.bytes -= post.bytes;
      }
    },

    held: (): Readonly<Bounds> => held,
  };
}
