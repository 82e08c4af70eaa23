import { finished } from "node:stream";

import { AppError } from "@botdeck/core";
import type { FastifyInstance } from "fastify";

/** Nearly all posts are a few thousand bytes; the longest text of a chat, in Cyrillic, comes to some 200,000. */
const LARGE_BYTES = 32_768;
/** So many large bodies at once, which are 32 MB at most. More are refused before they are read. */
const MOST_AT_ONCE = 32;
const RETRY_AFTER_MS = 1_000;

/**
 * Keeps strangers from filling the memory: a body has to be read before its sender is known, and thousands of connections
 * may be open. Small posts, which is nearly every event, are never held up by it.
 */
export function boundLargeBodies(app: FastifyInstance): void {
  let atOnce = 0;
  app.addHook("onRequest", async (request, reply) => {
    if (!mayBeLarge(request.headers)) return;
    if (atOnce >= MOST_AT_ONCE) {
      throw new AppError("rate_limited", "Too many large posts at once", { retryAfterMs: RETRY_AFTER_MS });
    }
    atOnce += 1;
    finished(reply.raw, () => void (atOnce -= 1));
  });
}

/** One in chunks may become as large as its sender likes. */
function mayBeLarge(headers: Readonly<Record<string, unknown>>): boolean {
  const length = headers["content-length"];
  return length === undefined ? headers["transfer-encoding"] !== undefined : Number(length) > LARGE_BYTES;
}
