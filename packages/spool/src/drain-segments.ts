import type { ReportFinding } from "./finding.ts";
import type { Frame } from "./frame.ts";
import { noteDrained, readWaiting } from "./read-segment.ts";
import { isLostForGood, retireSegment } from "./recover-segments.ts";
import { type Segment, segmentPath } from "./segment.ts";
import { diskFailure } from "./spool-errors.ts";

export type Take = (records: Uint8Array[]) => Promise<void>;
export type Batch = { maxRecords: number; maxBytes: number };

type Log = {
  /** The oldest segment, or null when none is left. */
  oldest: () => Segment | null;
  forget: (segment: Segment) => void;
  /** Ends the segment if it is the one being written to. False while a write is under way. */
  release: (segment: Segment) => boolean;
  /** Resolves when the write under way has ended; null when nothing is on its way to the disk. */
  nextWrite: () => Promise<void> | null;
  mustStop: () => boolean;
  /** Called after each batch, in the turn in which it was taken. */
  onTaken: () => void;
  report: ReportFinding;
};

/** Empties the log from its old end; returns how many records were taken. */
export async function drainSegments(log: Log, take: Take, batch: Batch): Promise<number> {
  let drained = 0;
  while (!log.mustStop()) {
    const segment = log.oldest();
    if (segment !== null && segment.drainedTo < segment.end) {
      drained += await drainSegment(log, segment, take, batch);
      continue;
    }
    if (segment !== null && log.release(segment)) {
      log.forget(segment);
      await retireSegment(segment);
      continue;
    }
    const write = log.nextWrite();
    if (write === null) break;
    await write;
  }
  return drained;
}

async function drainSegment(log: Log, segment: Segment, take: Take, batch: Batch): Promise<number> {
  let drained = 0;
  const waiting = await readOrGiveUp(log, segment);
  if (waiting === null) return 0;
  for (const group of batchesOf(waiting.frames, batch)) {
    if (log.mustStop()) return drained;
    await take(group.map((frame) => frame.payload));
    // From here on nothing may run before the numbers are right: the caller goes by them.
    const last = group.at(-1);
    segment.drainedTo = last?.end ?? segment.drainedTo;
    segment.records -= group.length;
    drained += group.length;
    const nextAtMs = waiting.frames[drained]?.acceptedAtMs ?? last?.acceptedAtMs ?? null;
    segment.oldestAtMs = segment.records === 0 ? null : nextAtMs;
    log.onTaken();
    await noteDrained(segment);
  }
  segment.drainedTo = waiting.end;
  return drained;
}

async function readOrGiveUp(log: Log, segment: Segment): Promise<{ frames: Frame[]; end: number } | null> {
  try {
    return await readWaiting(segment, log.report);
  } catch (error) {
    if (!isLostForGood(error)) throw diskFailure(`The spool could not read ${segmentPath(segment)}`, error);
    while (!log.release(segment)) await log.nextWrite();
    log.report({
      kind: "unreadable",
      file: segmentPath(segment),
      offset: segment.drainedTo,
      bytes: segment.end - segment.drainedTo,
    });
    log.forget(segment);
    return null;
  }
}

function* batchesOf(frames: Frame[], { maxRecords, maxBytes }: Batch): Generator<Frame[]> {
  let group: Frame[] = [];
  let bytes = 0;
  for (const frame of frames) {
    if (group.length > 0 && (group.length >= maxRecords || bytes + frame.payload.length > maxBytes)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(frame);
    bytes += frame.payload.length;
  }
  if (group.length > 0) yield group;
}
