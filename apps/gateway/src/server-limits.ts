import type { ServerOptions } from "node:http";

/** Bitrix24's events stay far below; more is an attack or a mistake, in bytes. */
export const BODY_LIMIT = 1_048_576;
/** Bitrix24 sends some hundred bytes of headers. */
const HEADER_BYTES = 16_384;
/** The headers of a request have to be there by then, in milliseconds. */
const HEADERS_TIMEOUT_MS = 5_000;
/** How often Node looks for requests past their time; its default of 30 s would let each live four times as long as we say. */
const LOOK_EVERY_MS = 1_000;
/** A proxy in front closes what is idle sooner, so that we never close a connection that it is about to use. */
const KEEP_ALIVE_MS = 75_000;
/** Connections at most: a portal's posts need some hundred, and each open one costs some kilobytes. */
export const MAX_CONNECTIONS = 4_096;

type Limits = { requestTimeout: number; keepAliveTimeout: number; http: ServerOptions };

/** What keeps a sender that is slow, or never ends, from holding others up. */
export function serverLimits(requestTimeoutMs: number): Limits {
  return {
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, requestTimeoutMs),
      maxHeaderSize: HEADER_BYTES,
    },
  };
}
