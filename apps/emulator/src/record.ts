import { appendFileSync } from "node:fs";

import { redact } from "@botdeck/core";

/** The newest calls stay in memory; the file keeps all. */
const KEPT_CALLS = 20_000;
/** A file sent as base64 would drown the record. */
const LONGEST_CONTENT = 200;
/** A base64 text of a file, wherever it stands: long, and without any other character. */
const BASE64 = /^[\w+/]+={0,2}$/;
/** Inside the commands of a batch the key of a bot stands as text. */
const CLIENT_ID_IN_TEXT = /(client_?id(?:\]|%5D)?=)[^&\s"']+/gi;

export type RecordedCall = {
  at: string;
  method: string;
  params: unknown;
  auth: "webhook" | "oauth" | "none";
  /** Whose rights it had; null when it had none. */
  userId: number | null;
  status: number;
  error: string | null;
  result: unknown;
  /** The call came inside a `batch`. */
  inBatch?: true;
  /** The work was done and the answer thrown away, or spoiled, by a fault switch. */
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
  data: unknown;
};

export type Numbered<Line> = Line & { seq: number };

/** What went over the wire, with secrets masked: every REST call, and every event that was sent. */
export type CallRecord = {
  keep(call: RecordedCall): void;
  keepEvent(event: RecordedEvent): void;
  /** Calls and events with a number above `since`, and the number to ask with next. */
  since(since: number): { calls: Numbered<RecordedCall>[]; events: Numbered<RecordedEvent>[]; next: number };
};

/** @param path A file that gets one JSON line per call and event; null keeps none. */
export function createCallRecord(path: string | null): CallRecord {
  let calls: Numbered<RecordedCall>[] = [];
  let events: Numbered<RecordedEvent>[] = [];
  let seq = 0;
  const write = (line: object): void => {
    if (path !== null) appendFileSync(path, `${JSON.stringify(line)}\n`);
  };

  return {
    keep(call) {
      seq += 1;
      const kept = { seq, ...call, params: masked(call.params), result: masked(call.result) };
      calls = withNewest(calls, kept);
      write({ kind: "call", ...kept });
    },
    keepEvent(event) {
      seq += 1;
      const kept = { seq, ...event, data: masked(event.data) };
      events = withNewest(events, kept);
      write({ kind: "event", ...kept });
    },
    since(since) {
      const isNew = (line: { seq: number }): boolean => line.seq > since;
      return { calls: calls.filter(isNew), events: events.filter(isNew), next: seq };
    },
  };
}

function withNewest<Line>(lines: Line[], line: Line): Line[] {
  lines.push(line);
  return lines.length > 2 * KEPT_CALLS ? lines.slice(-KEPT_CALLS) : lines;
}

function masked(value: unknown): unknown {
  return redact(shortened(value));
}

function shortened(value: unknown): unknown {
  if (typeof value === "string") return shortText(value);
  if (Array.isArray(value)) return value.map(shortened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shortened(item)]));
}

function shortText(value: string): string {
  const isContent = value.length > LONGEST_CONTENT && BASE64.test(value);
  return isContent ? `<${value.length} characters of base64>` : value.replaceAll(CLIENT_ID_IN_TEXT, "$1***");
}
