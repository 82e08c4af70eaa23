import { Readable } from "node:stream";

import { AppError } from "@botdeck/core";
import { Agent, type Dispatcher } from "undici";

import { createGuardedLookup, type Resolve } from "./guarded-lookup.ts";
import { isAddress, isPublicAddress } from "./public-address.ts";

const CONNECT_TIMEOUT_MS = 5_000;
/** After this without a byte the other side counts as gone, in milliseconds. */
const IDLE_TIMEOUT_MS = 20_000;

export type FileAnswer = {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The content as it arrives; leave it by `discard` when it is not wanted. */
  body: AsyncIterable<Uint8Array>;
  discard(): Promise<void>;
};

export type FileRequest = {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: AsyncIterable<Uint8Array>;
  /** The portal's own origin, such as `https://portal.example`: taken as it was given, be it on this machine. */
  trustedOrigin: string;
  signal: AbortSignal;
};

/** Moves contents that are too large for memory. Follows no redirect; names no URL in what it throws. */
export interface FileTransport {
  /** @throws AppError `forbidden` for an address inside a private network, `unreachable` when no answer came. */
  send(url: URL, request: FileRequest): Promise<FileAnswer>;
  close(): Promise<void>;
}

/** @param resolve The name service; the machine's own unless told otherwise. */
export function createFileTransport({ resolve }: { resolve?: Resolve } = {}): FileTransport {
  const timeouts = { headersTimeout: 0, bodyTimeout: IDLE_TIMEOUT_MS, allowH2: false };
  const own = new Agent({ ...timeouts, connect: { timeout: CONNECT_TIMEOUT_MS } });
  const guarded = new Agent({
    ...timeouts,
    connect: { timeout: CONNECT_TIMEOUT_MS, lookup: createGuardedLookup(resolve) },
  });

  return {
    async send(url, { trustedOrigin, ...request }) {
      const isOwn = url.origin === trustedOrigin;
      if (!isOwn) checkPublic(url);
      const agent = isOwn ? own : guarded;
      try {
        const { statusCode, headers, body } = await agent.request(toOptions(url, request));
        return { status: statusCode, headers, body: readable(body), discard: () => dump(body) };
      } catch (error) {
        throw toAppError(error);
      }
    },
    async close() {
      await Promise.all([own.destroy(), guarded.destroy()]);
    },
  };
}

function toOptions(
  url: URL,
  { method, headers, body, signal }: Omit<FileRequest, "trustedOrigin">,
): Dispatcher.RequestOptions {
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    headers,
    signal,
    ...(body !== undefined && { body: Readable.from(body, { objectMode: false }) }),
  };
}

/** An address that needs no look-up is judged here; names are judged when they are looked up. */
function checkPublic(url: URL): void {
  if (url.protocol !== "https:") throw new AppError("forbidden", "The link leads away from the portal without TLS");
  if (isAddress(url.hostname) && !isPublicAddress(url.hostname)) {
    throw new AppError("forbidden", "The address leads into a private network");
  }
}

async function* readable(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw toAppError(error);
  }
}

async function dump(body: Dispatcher.ResponseData["body"]): Promise<void> {
  body.on("error", () => {});
  body.destroy();
}

/** Keeps the code that people search for, and nothing of the address. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const cause = error instanceof Error && error.cause instanceof AppError ? error.cause : null;
  if (cause !== null) return cause;
  if (error instanceof Error && error.name === "AbortError")
    return new AppError("unreachable", "The transfer was cancelled");
  if (error instanceof Error && error.name === "TimeoutError") {
    return new AppError("unreachable", "The transfer took longer than it may");
  }
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "no answer";
  return new AppError("unreachable", `The transfer broke off (${code})`);
}
