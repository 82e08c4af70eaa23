import { open } from "node:fs/promises";

import { readRange } from "./disk.ts";
import type { ReportFinding } from "./finding.ts";
import { type Frame, scanFrames } from "./frame.ts";
import { CURSOR_AT, encodeCursor } from "./segment-header.ts";
import { type Segment, segmentPath } from "./segment.ts";

/** The records that wait in a segment, with `end` as an offset in its file. What is no longer sound is told and left out. */
export async function readWaiting(segment: Segment, report: ReportFinding): Promise<{ frames: Frame[]; end: number }> {
  const { drainedTo: start, end, records } = segment;
  const handle = await open(segmentPath(segment), "r");
  let bytes: Buffer;
  try {
    bytes = await readRange(handle, start, end);
  } finally {
    await handle.close();
  }
  const { frames, gaps } = scanFrames(bytes, 0, segment.marker);
  for (const gap of missingToo(gaps, bytes.length, end - start)) {
    // At the start this was seen already, unless it came to harm since.
    if (frames.length < records) {
      report({ kind: "damaged", file: segmentPath(segment), offset: start + gap.start, bytes: gap.end - gap.start });
    }
    segment.isDamaged = true;
  }
  segment.records -= records - frames.length;
  return { frames: frames.map((frame) => ({ ...frame, end: start + frame.end })), end };
}

function missingToo(gaps: { start: number; end: number }[], found: number, expected: number) {
  return found < expected ? [...gaps, { start: found, end: expected }] : gaps;
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
