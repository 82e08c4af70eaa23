type ImageSize = { extension: "png" | "gif" | "jpg" | "webp" | "bmp"; width: number; height: number };

/** What kind of picture some bytes are and how large, in pixels; null when they are none. Only the head is read. */
export function imageSize(bytes: Buffer): ImageSize | null {
  if (bytes.length < 30) return null;
  if (bytes.readUInt32BE(0) === 0x89_50_4e_47) {
    return { extension: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.toString("latin1", 0, 3) === "GIF") {
    return { extension: "gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.toString("latin1", 0, 2) === "BM") {
    return { extension: "bmp", width: bytes.readUInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
  }
  if (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP") return webpSize(bytes);
  return bytes.readUInt16BE(0) === 0xff_d8 ? jpegSize(bytes) : null;
}

/** Three kinds of WebP: extended, lossless and lossy, each with its own place for the size. */
function webpSize(bytes: Buffer): ImageSize {
  const kind = bytes.toString("latin1", 12, 16);
  if (kind === "VP8X")
    return { extension: "webp", width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === "VP8L") {
    const packed = bytes.readUInt32LE(21);
    return { extension: "webp", width: (packed & 0x3f_ff) + 1, height: ((packed >> 14) & 0x3f_ff) + 1 };
  }
  return { extension: "webp", width: bytes.readUInt16LE(26) & 0x3f_ff, height: bytes.readUInt16LE(28) & 0x3f_ff };
}

/** A JPEG is a chain of segments; the size stands in the frame header, whose mark is C0 to CF but for C4, C8 and CC. */
function jpegSize(bytes: Buffer): ImageSize | null {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const mark = bytes[at + 1] ?? 0;
    const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
    if (isFrame) return { extension: "jpg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return null;
}
