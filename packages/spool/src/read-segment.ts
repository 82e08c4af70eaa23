import { type FileHandle, open } from "node:fs/promises";

import { readRange } from "./disk.ts";
import type { ReportFinding } from "./finding.ts";
import { type Frame, scanFrames } from "./frame.ts";
import { CURSOR_AT, encodeCursor } from "./segment-header.ts";
import { markDamaged, type Segment, segmentPath } from "./segment.ts";

// Checking this much takes about a millisecond, in which no request is answered.
const CHUNK_BYTES = 1024 * 1024;

/**
 * The next records that wait in a segment, with offsets in its file: `end` is where to go on. What is no longer sound is told
 * and left out.
 */
export async function readWaiting(segment: Segment, report: ReportFinding): Promise<{ frames: Frame[]; end: number }> {
  const { drainedTo, end } = segment;
  const handle = await open(segmentPath(segment), "r");
  try {
    const chunkEnd = drainedTo + CHUNK_BYTES;
    const chunk = chunkEnd < end ? await readPart(handle, segment, chunkEnd) : null;
    return chunk ?? (await readRest(handle, segment, report));
  } finally {
    await handle.close();
  }
}

/** Whole records up to an offset; null when there is none or anything looks wrong, which only the rest can tell. */
async function readPart(handle: FileHandle, segment: Segment, chunkEnd: number) {
  const start = segment.drainedTo;
  const { frames, gaps } = scanFrames(await readRange(handle, start, chunkEnd), 0, segment.marker);
  const last = frames.at(-1);
  if (last === undefined || gaps.some((gap) => gap.start < last.end)) return null;
  return { frames: frames.map((frame) => ({ ...frame, end: start + frame.end })), end: start + last.end };
}

async function readRest(handle: FileHandle, segment: Segment, report: ReportFinding) {
  const { drainedTo: start, end, records } = segment;
  const bytes = await readRange(handle, start, end);
  const { frames, gaps } = scanFrames(bytes, 0, segment.marker);
  const missing = start + bytes.length < end ? [{ start: bytes.length, end: end - start }] : [];
  for (const gap of [...gaps, ...missing]) {
    const offset = start + gap.start;
    if (!markDamaged(segment, offset)) continue;
    report({ kind: "damaged", file: segmentPath(segment), offset, bytes: gap.end - gap.start });
  }
  segment.records -= records - frames.length;
  return { frames: frames.map((frame) => ({ ...frame, end: start + frame.end })), end };
}

/**
 * Notes in the segment itself how far it was taken. Not synced: a crash of the process leaves the note in the kernel's cache,
 * and after a loss of power the records come once more, which the inbox is made for.
 */
export async function noteDrained(segment: Segment): Promise<void> {
  try {
    const handle = await open(segmentPath(segment), "r+");
    try {
      await handle.write(encodeCursor(segment.drainedTo, segment.marker), 0, 8, CURSOR_AT);
    } finally {
      await handle.close();
    }
  } catch {
    // Without the note the next start takes these records once more.
  }
}
