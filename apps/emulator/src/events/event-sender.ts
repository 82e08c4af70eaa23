import { messageOf, redactText } from "@botdeck/core";

import type { CallRecord } from "../record.ts";
import { encodePhpForm } from "../wire/encode-php-form.ts";

/** Then the handler is given up and the next event goes out; the portal never sends the same one again. */
const HANDLER_TIMEOUT_MS = 30_000;

const HEADERS = {
  "content-type": "application/x-www-form-urlencoded",
  "user-agent": "Bitrix24 Webhook Engine",
  // A kept connection may be one that a restarted handler has just lost, and the event would be lost with it.
  connection: "close",
};

export type PortalEvent = {
  event: string;
  event_handler_id?: string;
  data: unknown;
  ts: string;
  auth: Record<string, unknown>;
};

/** Sends events to handlers: once each, in order for one address, without waiting for a slow address elsewhere. */
export type EventSender = {
  send(handler: string, event: PortalEvent): void;
  /** Settles when everything handed over so far has been answered or given up. */
  settled(): Promise<void>;
  /** Gives up what is on its way. */
  close(): Promise<void>;
};

/** @param timeoutMs How long one handler may take, in milliseconds. */
export function createEventSender(record: CallRecord, timeoutMs = HANDLER_TIMEOUT_MS): EventSender {
  const tails = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function post(handler: string, event: PortalEvent): Promise<void> {
    if (closing.signal.aborted) return;
    const startedAt = new Date();
    let status: number | null = null;
    let error: string | null = null;
    try {
      const response = await fetch(handler, {
        method: "POST",
        headers: HEADERS,
        body: encodePhpForm(event),
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]),
      });
      status = response.status;
      await response.arrayBuffer();
      if (!response.ok) error = `The handler answered ${status}.`;
    } catch (cause) {
      error = messageOf(cause);
    }
    const durationMs = Date.now() - startedAt.getTime();
    const at = startedAt.toISOString();
    record.keepEvent({ at, event: event.event, handler: redactText(handler), status, durationMs, error });
  }

  return {
    send(handler, event) {
      const tail = (tails.get(handler) ?? Promise.resolve()).then(() => post(handler, event));
      tails.set(handler, tail);
      void tail.then(() => {
        if (tails.get(handler) === tail) tails.delete(handler);
      });
    },
    async settled() {
      await Promise.all(tails.values());
    },
    async close() {
      closing.abort();
      await Promise.all(tails.values());
    },
  };
}
