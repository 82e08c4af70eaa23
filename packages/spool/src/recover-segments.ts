import { readdir, readFile, rename, rm, truncate } from "node:fs/promises";

import { diskErrorCode, syncFolder } from "./disk.ts";
import type { ReportFinding } from "./finding.ts";
import { scanFrames } from "./frame.ts";
import { HEADER_BYTES, readHeader } from "./segment-header.ts";
import { parseSegmentName } from "./segment-name.ts";
import { emptySegment, markDamaged, segmentPath, type Segment } from "./segment.ts";

/** Reads what an earlier process left in a folder, oldest segment first. Only while nobody appends to these files. */
export async function recoverSegments(folder: string, report: ReportFinding): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const parsed = parseSegmentName(name);
    if (parsed === null) continue;
    const segment = await recoverSegment(emptySegment(folder, name, parsed.marker), report);
    if (segment === null) continue;
    if (segment.records > 0) segments.push(segment);
    else await retireSegment(segment);
  }
  return segments;
}

async function recoverSegment(segment: Segment, report: ReportFinding): Promise<Segment | null> {
  const file = segmentPath(segment);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    // It stays where it is: the next start may read it, and nothing of it was forgotten.
    if (!isLostForGood(error)) throw error;
    report({ kind: "unreadable", file, offset: 0, bytes: 0 });
    return null;
  }
  const header = readHeader(bytes, segment.marker);
  if (header.state === "newer") {
    report({ kind: "newer", file, offset: 0, bytes: bytes.length });
    return null;
  }
  const { frames, gaps } = scanFrames(bytes, Math.min(HEADER_BYTES, bytes.length), segment.marker);
  if (header.state === "damaged" && frames.length > 0) {
    markDamaged(segment, 0);
    report({ kind: "damaged", file, offset: 0, bytes: HEADER_BYTES });
  }
  for (const gap of gaps) {
    const kind = gap.isTorn ? "torn" : "damaged";
    report({ kind, file, offset: gap.start, bytes: gap.end - gap.start });
    // Nothing is ever appended to this file again, so a tail that cannot be cut off is only found once more.
    if (gap.isTorn) await truncate(file, gap.start).catch(() => undefined);
    else markDamaged(segment, gap.start);
  }

  // A cursor that points into a record is none: taking records twice is allowed, skipping one is not.
  const isBoundary = frames.some((frame) => frame.end === header.drainedTo);
  segment.drainedTo = isBoundary ? header.drainedTo : HEADER_BYTES;
  const waiting = frames.filter((frame) => frame.end > segment.drainedTo);
  segment.end = Math.max(segment.drainedTo, waiting.at(-1)?.end ?? 0);
  segment.records = waiting.length;
  segment.oldestAtMs = waiting[0]?.acceptedAtMs ?? null;
  return segment;
}

/** Removes a segment of which every record was taken, or sets it aside when a person should look at it. */
export async function retireSegment(segment: Segment): Promise<void> {
  const path = segmentPath(segment);
  try {
    if (segment.isDamaged) await rename(path, `${path}.damaged`);
    else await rm(path, { force: true });
    await syncFolder(segment.folder);
  } catch {
    // The next start finds it again and hands out at most what was taken already.
  }
}

/** Moves a recovered segment to another folder. A crash on the way leaves it in one of the two. */
export async function moveSegment(segment: Segment, folder: string): Promise<Segment> {
  const moved = { ...segment, folder };
  await rename(segmentPath(segment), segmentPath(moved));
  await syncFolder(folder);
  await syncFolder(segment.folder);
  return moved;
}

/** True when reading again cannot help: a bad block, or a file that somebody removed. */
export function isLostForGood(error: unknown): boolean {
  return ["EIO", "ENOENT"].includes(diskErrorCode(error));
}
