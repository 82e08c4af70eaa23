import { AppError } from "@botdeck/core";
import { Agent, type Dispatcher } from "undici";

import type { Outcome } from "./error.ts";
import { createGuardedLookup, type Resolve } from "./files/guarded-lookup.ts";
import { isPrivateHost } from "./private-host.ts";

const CONNECT_TIMEOUT_MS = 5_000;
/** The largest list answers have about 1 MB. */
const MAX_ANSWER_BYTES = 16 * 1_048_576;
const USER_AGENT = "botdeck";

export type HttpAnswer = {
  status: number;
  body: string;
  /** Where a redirect points; redirects are not followed. */
  location?: string;
};

export type SendOptions = {
  /** Total time from start to the last byte of the answer, in milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Called just before the first byte: what is aborted in it has not left. */
  beforeLeaving?: (() => void) | undefined;
};

/** One HTTP request, once. What it means is not its business. */
export interface Transport {
  /**
   * @param body JSON to POST; null sends a GET.
   * @throws TransportError when no whole answer came.
   */
  send(url: string, body: string | null, options: SendOptions): Promise<HttpAnswer>;
}

/** No whole answer came. Names no URL and carries no raw error: both may hold a secret. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly outcome: Outcome;
  /** Nothing was asked, because the name leads into a private network. */
  readonly leadsInside: boolean;

  constructor(message: string, outcome: Outcome, { leadsInside = false } = {}) {
    super(message);
    this.outcome = outcome;
    this.leadsInside = leadsInside;
  }
}

/**
 * The production transport. Closing it cuts what still runs and lets the process end.
 *
 * @param options.staysPublic What leads to this machine or into a private network is not asked: names whenever they come to, and
 *   addresses written as a number, of which no name service is asked.
 * @param options.resolve The name service; the machine's own unless told otherwise.
 */
export function createUndiciTransport({
  staysPublic = false,
  resolve,
}: { staysPublic?: boolean; resolve?: Resolve } = {}): Transport & { close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS, ...(staysPublic && { lookup: createGuardedLookup(resolve) }) },
    // Over HTTP/2 undici does not tell when a request leaves.
    allowH2: false,
    // The total deadline below counts instead.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    send: (url, body, options) => {
      const host = staysPublic ? URL.parse(url)?.hostname : undefined;
      if (host !== undefined && isPrivateHost(host)) return Promise.reject(inside("not_applied"));
      return send(agent, url, body, options);
    },
    close: () => agent.destroy(),
  };
}

function send(agent: Agent, url: string, body: string | null, options: SendOptions): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const target = URL.parse(url);
  if (target === null) return Promise.reject(new TransportError("the address is not a URL", "not_applied"));
  const chunks: Buffer[] = [];
  let controller: Dispatcher.DispatchController | null = null;
  let stopped: TransportError | null = null;
  let status = 0;
  let location: string | undefined;
  let sizeBytes = 0;

  const timer = setTimeout(() => stop(`no whole answer within ${options.timeoutMs} ms`), options.timeoutMs);
  const onAbort = () => stop("cancelled");
  options.signal?.addEventListener("abort", onAbort, { once: true });
  if (options.signal?.aborted === true) onAbort();

  if (stopped === null) {
    agent.dispatch(
      {
        origin: target.origin,
        path: target.pathname + target.search,
        method: body === null ? "GET" : "POST",
        headers: {
          accept: "application/json",
          "user-agent": USER_AGENT,
          ...(body === null ? {} : { "content-type": "application/json" }),
        },
        body,
      },
      {
        // Called once a connection stands and the request goes onto it: from here on it may have been done.
        onRequestStart(started) {
          options.beforeLeaving?.();
          controller = started;
          if (stopped !== null) started.abort(stopped);
        },
        onResponseStart(_controller, statusCode, headers) {
          status = statusCode;
          location = typeof headers["location"] === "string" ? headers["location"] : undefined;
        },
        onResponseData(_controller, chunk) {
          sizeBytes += chunk.length;
          if (sizeBytes > MAX_ANSWER_BYTES) stop(`the answer is larger than ${MAX_ANSWER_BYTES} bytes`);
          else chunks.push(chunk);
        },
        onResponseEnd() {
          settle();
          resolve({
            status,
            body: Buffer.concat(chunks).toString("utf8"),
            ...(location === undefined ? {} : { location }),
          });
        },
        onResponseError(_controller, error) {
          settle();
          reject(stopped ?? failureOf(error, outcome()));
        },
      },
    );
  }
  return promise;

  /** Gives up at once, whether or not a connection ever comes. */
  function stop(reason: string): void {
    stopped ??= new TransportError(reason, outcome());
    settle();
    reject(stopped);
    controller?.abort(stopped);
  }

  function outcome(): Outcome {
    return controller === null ? "not_applied" : "unknown";
  }

  function settle(): void {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", onAbort);
  }
}

function inside(outcome: Outcome): TransportError {
  return new TransportError("its address leads into a private network", outcome, { leadsInside: true });
}

/** The code, such as `ECONNREFUSED`, is what people search for. */
function failureOf(error: Error, outcome: Outcome): TransportError {
  const leadsInside = [error, error.cause].some((each) => each instanceof AppError && each.code === "forbidden");
  if (leadsInside) return inside(outcome);
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return new TransportError(`the connection failed (${code})`, outcome);
}
