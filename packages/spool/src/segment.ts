import { join } from "node:path";

import { frameBytes } from "./frame.ts";
import { HEADER_BYTES } from "./segment-header.ts";

/** One file of the log, as far as this process knows it. Only what is on the disk for certain counts. */
export type Segment = {
  folder: string;
  name: string;
  marker: Buffer;
  /** Offset up to which the records were taken. */
  drainedTo: number;
  /** Offset behind the last acknowledged record. */
  end: number;
  /** Sound records between the two. */
  records: number;
  /** Time of the oldest of these, or a little before; null when there are none. */
  oldestAtMs: number | null;
  /** Set when bytes of it could not be read as records; it is then set aside instead of removed. */
  isDamaged: boolean;
  /** Offsets of damage that was told already. */
  toldOffsets: Set<number>;
};

/** A segment that was just begun. */
export function emptySegment(folder: string, name: string, marker: Buffer): Segment {
  const bounds = { drainedTo: HEADER_BYTES, end: HEADER_BYTES };
  const condition = { isDamaged: false, toldOffsets: new Set<number>() };
  return { folder, name, marker, ...bounds, records: 0, oldestAtMs: null, ...condition };
}

export const segmentPath = (segment: Segment): string => join(segment.folder, segment.name);

/** True when this damage is new; it is to be told then. */
export function markDamaged(segment: Segment, offset: number): boolean {
  const isNew = !segment.toldOffsets.has(offset);
  segment.toldOffsets.add(offset);
  segment.isDamaged = true;
  return isNew;
}

/** Counts records in that were just synced. */
export function extendSegment(
  segment: Segment,
  records: readonly { payload: Uint8Array; acceptedAtMs: number }[],
): void {
  segment.end += records.reduce((sum, record) => sum + frameBytes(record.payload.length), 0);
  segment.records += records.length;
  segment.oldestAtMs ??= records[0]?.acceptedAtMs ?? null;
}
