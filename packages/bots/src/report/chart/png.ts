import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
/** Red, green and blue, without transparency. */
const TRUE_COLOUR = 2;
const BYTES_A_PIXEL = 3;

/** A picture: rows of red, green and blue, a byte each. */
export type Pixels = { width: number; height: number; data: Uint8Array };

/** The picture as a PNG file. @see https://www.w3.org/TR/png-3/ */
export function toPng({ width, height, data }: Pixels): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, TRUE_COLOUR], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(unfiltered(width, height, data))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Each row begins with its filter: none. */
function unfiltered(width: number, height: number, data: Uint8Array): Buffer {
  const rowBytes = width * BYTES_A_PIXEL;
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  return rows;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
