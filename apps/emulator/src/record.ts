import { appendFileSync } from "node:fs";

import { redact } from "@botdeck/core";

/** The newest calls stay in memory; the file keeps all. */
const KEPT_CALLS = 20_000;
/** A file sent as base64 would drown the record. */
const LONGEST_CONTENT = 200;

export type RecordedCall = {
  at: string;
  method: string;
  params: unknown;
  auth: "webhook" | "oauth" | "none";
  status: number;
  error: string | null;
  result: unknown;
  /** The call came inside a `batch`. */
  inBatch?: true;
  /** The work was done and the answer thrown away by a fault switch. */
  isDropped?: true;
};

export type RecordedEvent = {
  at: string;
  event: string;
  handler: string;
  /** The handler's answer; null when none came. */
  status: number | null;
  durationMs: number;
  error: string | null;
};

/** What went over the wire, with secrets masked: every REST call, and (in the file) every event that was sent. */
export type CallRecord = {
  keep(call: RecordedCall): void;
  keepEvent(event: RecordedEvent): void;
  /** Calls with a number above `since`, and the number to ask with next. */
  since(since: number): { calls: (RecordedCall & { seq: number })[]; next: number };
};

/** @param path A file that gets one JSON line per call and event; null keeps none. */
export function createCallRecord(path: string | null): CallRecord {
  let calls: (RecordedCall & { seq: number })[] = [];
  let seq = 0;
  const write = (line: object): void => {
    if (path !== null) appendFileSync(path, `${JSON.stringify(line)}\n`);
  };

  return {
    keep(call) {
      seq += 1;
      const kept = { seq, ...call, params: redact(shortenContent(call.params)), result: redact(call.result) };
      if (calls.length >= 2 * KEPT_CALLS) calls = calls.slice(-KEPT_CALLS);
      calls.push(kept);
      write({ kind: "call", ...kept });
    },
    keepEvent(event) {
      write({ kind: "event", ...event });
    },
    since(since) {
      return { calls: calls.filter((call) => call.seq > since), next: seq };
    },
  };
}

function shortenContent(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    const isContent = /^(?:content|fileContent)$/i.test(key) && value.length > LONGEST_CONTENT;
    return isContent ? `<${value.length} characters of base64>` : value;
  }
  if (Array.isArray(value)) return value.map((item) => shortenContent(item, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shortenContent(item, name)]));
}
