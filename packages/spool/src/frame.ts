import { crc32 } from "node:zlib";

/** Marker (8), crc32 of what follows it (4), length (4), time of acceptance (8). */
const FRAME_HEADER_BYTES = 24;
const CRC_AT = 8;
const LENGTH_AT = 12;
const TIME_AT = 16;

export type SpoolRecord = { payload: Uint8Array; acceptedAtMs: number };
/** A record as found: `end` is the offset behind it in the bytes that were scanned. */
export type Frame = SpoolRecord & { end: number };
/** Bytes between sound frames. `torn` when they can only be the beginning of a write that was never finished. */
export type Gap = { start: number; end: number; isTorn: boolean };

/** What a record of so many bytes takes on the disk. */
export const frameBytes = (payloadBytes: number): number => FRAME_HEADER_BYTES + payloadBytes;

/** Puts records into one buffer, each behind its own header. */
export function encodeFrames(records: readonly SpoolRecord[], marker: Buffer): Buffer {
  const total = records.reduce((sum, record) => sum + frameBytes(record.payload.length), 0);
  const bytes = Buffer.allocUnsafe(total);
  let at = 0;
  for (const { payload, acceptedAtMs } of records) {
    const end = at + frameBytes(payload.length);
    marker.copy(bytes, at);
    bytes.writeUInt32LE(payload.length, at + LENGTH_AT);
    bytes.writeDoubleLE(acceptedAtMs, at + TIME_AT);
    bytes.set(payload, at + FRAME_HEADER_BYTES);
    bytes.writeUInt32LE(crc32(bytes.subarray(at + LENGTH_AT, end)), at + CRC_AT);
    at = end;
  }
  return bytes;
}

/**
 * Finds every sound frame, also those behind damage: the marker is random per segment, so no sender can write one into a
 * text of theirs and have it taken for a frame.
 */
export function scanFrames(bytes: Buffer, from: number, marker: Buffer): { frames: Frame[]; gaps: Gap[] } {
  const frames: Frame[] = [];
  const gaps: Gap[] = [];
  let at = from;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at, marker);
    if (frame !== null) {
      frames.push(frame);
      at = frame.end;
      continue;
    }
    const next = nextFrameStart(bytes, at + 1, marker);
    gaps.push({ start: at, end: next ?? bytes.length, isTorn: next === null && isTorn(bytes.subarray(at), marker) });
    at = next ?? bytes.length;
  }
  return { frames, gaps };
}

function frameAt(bytes: Buffer, at: number, marker: Buffer): Frame | null {
  const payloadAt = at + FRAME_HEADER_BYTES;
  if (payloadAt > bytes.length || marker.compare(bytes, at, at + marker.length) !== 0) return null;
  const end = payloadAt + bytes.readUInt32LE(at + LENGTH_AT);
  if (end > bytes.length) return null;
  if (crc32(bytes.subarray(at + LENGTH_AT, end)) !== bytes.readUInt32LE(at + CRC_AT)) return null;
  return { payload: bytes.subarray(payloadAt, end), acceptedAtMs: bytes.readDoubleLE(at + TIME_AT), end };
}

function nextFrameStart(bytes: Buffer, from: number, marker: Buffer): number | null {
  for (let at = bytes.indexOf(marker, from); at !== -1; at = bytes.indexOf(marker, at + 1)) {
    if (frameAt(bytes, at, marker) !== null) return at;
  }
  return null;
}

// A whole frame with a wrong checksum may have been promised and is damage; what stops short, or is a hole, was not.
function isTorn(tail: Buffer, marker: Buffer): boolean {
  if (tail.every((byte) => byte === 0)) return true;
  const seen = Math.min(tail.length, marker.length);
  if (marker.compare(tail, 0, seen, 0, seen) !== 0) return false;
  return tail.length < FRAME_HEADER_BYTES || frameBytes(tail.readUInt32LE(LENGTH_AT)) > tail.length;
}
