import { setTimeout as wait } from "node:timers/promises";

import { messageOf, redactText } from "@botdeck/core";

import type { FaultSwitch } from "../fault-switch.ts";
import type { CallRecord } from "../record.ts";
import { encodePhpForm } from "../wire/encode-php-form.ts";

/** Then the handler is given up and the next event goes out; the portal never sends the same one again. */
const HANDLER_TIMEOUT_MS = 30_000;
/** So long an event waits to be overtaken by the handler's next one. */
const OVERTAKEN_WITHIN_MS = 2000;

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
  /** Sends an event that is made when its moment has come. */
  sendLater(delayMs: number, handler: string, make: () => PortalEvent): void;
  /** Settles when everything handed over so far has been answered or given up. */
  settled(): Promise<void>;
  /** Gives up what is on its way. */
  close(): Promise<void>;
};

type Options = {
  record: CallRecord;
  /** What happens to events on their way. */
  faults: Pick<FaultSwitch, "takeEvent">;
  /** How long one handler may take. */
  timeoutMs?: number;
};

export function createEventSender({ record, faults, timeoutMs = HANDLER_TIMEOUT_MS }: Options): EventSender {
  const tails = new Map<string, Promise<void>>();
  const late = new Set<Promise<void>>();
  const overtaken = new Map<string, { event: PortalEvent; stopWaiting: AbortController }>();
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
    keep(handler, event, startedAt, status, error);
  }

  function keep(
    handler: string,
    event: PortalEvent,
    startedAt: Date,
    status: number | null,
    error: string | null,
  ): void {
    const durationMs = Date.now() - startedAt.getTime();
    const at = startedAt.toISOString();
    const { event: name, data } = event;
    record.keepEvent({ at, event: name, handler: redactText(handler), status, durationMs, error, data });
  }

  function enqueue(handler: string, event: PortalEvent): void {
    const tail = (tails.get(handler) ?? Promise.resolve()).then(() => post(handler, event));
    tails.set(handler, tail);
    void tail.then(() => {
      if (tails.get(handler) === tail) tails.delete(handler);
    });
  }

  function later(delayMs: number, action: () => void, signal = closing.signal): void {
    const waiting = wait(delayMs, undefined, { signal }).then(action, () => undefined);
    late.add(waiting);
    void waiting.then(() => late.delete(waiting));
  }

  /** Sends an event, and after it the one that waited to be overtaken. */
  function pass(handler: string, event: PortalEvent): void {
    enqueue(handler, event);
    const behind = overtaken.get(handler);
    behind?.stopWaiting.abort();
    overtaken.delete(handler);
    if (behind !== undefined) enqueue(handler, behind.event);
  }

  function holdBack(handler: string, event: PortalEvent): void {
    const stopWaiting = new AbortController();
    overtaken.set(handler, { event, stopWaiting });
    const signal = AbortSignal.any([closing.signal, stopWaiting.signal]);
    const giveUp = (): void => {
      overtaken.delete(handler);
      enqueue(handler, event);
    };
    later(OVERTAKEN_WITHIN_MS, giveUp, signal);
  }

  function send(handler: string, event: PortalEvent): void {
    const { delayMs, mode } = faults.takeEvent(event.event);
    if (mode === "lose") return keep(handler, event, new Date(), null, "Lost by a fault switch.");
    const go = (): void => {
      if (mode === "reorder" && !overtaken.has(handler)) return holdBack(handler, event);
      pass(handler, event);
      if (mode === "double") enqueue(handler, event);
    };
    if (delayMs > 0) later(delayMs, go);
    else go();
  }

  return {
    send,
    sendLater(delayMs, handler, make) {
      if (delayMs > 0) later(delayMs, () => send(handler, make()));
      else send(handler, make());
    },
    async settled() {
      while (late.size + tails.size > 0) await Promise.all([...late, ...tails.values()]);
    },
    async close() {
      closing.abort();
      await Promise.all([...late, ...tails.values()]);
    },
  };
}
