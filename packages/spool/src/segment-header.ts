import { crc32 } from "node:zlib";

/** Magic (7), version (1), marker (8), crc32 of these (4); then, rewritten in place: drained to (4), its crc32 (4). */
export const HEADER_BYTES = 28;
const MAGIC = Buffer.from("BDSPOOL", "latin1");
const VERSION = 1;
const VERSION_AT = 7;
const MARKER_AT = 8;
const CRC_AT = 16;
/** Where the cursor lies, so that a drain can rewrite it alone. */
export const CURSOR_AT = 20;

/** The head of a new segment, with nothing drained. */
export function encodeHeader(marker: Buffer): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(bytes);
  bytes.writeUInt8(VERSION, VERSION_AT);
  marker.copy(bytes, MARKER_AT);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CRC_AT)), CRC_AT);
  encodeCursor(HEADER_BYTES, marker).copy(bytes, CURSOR_AT);
  return bytes;
}

/** The cursor alone, for `CURSOR_AT`. */
export function encodeCursor(drainedTo: number, marker: Buffer): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(drainedTo, 0);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 4), crc32(marker)), 4);
  return bytes;
}

/**
 * Reads a head. A damaged one costs nothing but the cursor: the marker stands in the file's name too.
 * `newer` only when the head is sound and names a version that this code does not know.
 */
export function readHeader(bytes: Buffer, marker: Buffer): { state: "sound" | "damaged" | "newer"; drainedTo: number } {
  const drainedTo = readCursor(bytes, marker);
  const isSound =
    bytes.length >= HEADER_BYTES &&
    MAGIC.compare(bytes, 0, MAGIC.length) === 0 &&
    crc32(bytes.subarray(0, CRC_AT)) === bytes.readUInt32LE(CRC_AT);
  if (!isSound) return { state: "damaged", drainedTo };
  return { state: bytes.readUInt8(VERSION_AT) === VERSION ? "sound" : "newer", drainedTo };
}

function readCursor(bytes: Buffer, marker: Buffer): number {
  if (bytes.length < HEADER_BYTES) return HEADER_BYTES;
  const drainedTo = bytes.readUInt32LE(CURSOR_AT);
  return encodeCursor(drainedTo, marker).equals(bytes.subarray(CURSOR_AT, HEADER_BYTES)) ? drainedTo : HEADER_BYTES;
}
