import { AppError } from "@botdeck/core";

import { writeJson } from "../calling/write-json.ts";

/** A JSON text with a file in the middle of it, written as base64 while it is read. */
export type StreamedBody = { lengthBytes: number; chunks: AsyncIterable<Uint8Array> };

/** Stands for the content while the JSON around it is written; JSON never makes it of anything else. */
const HOLE = "\u0000content\u0000";

/**
 * @param around Builds the parameters around the content, which it must put in one place as it is given.
 * @param content Exactly `sizeBytes` long, or reading it fails: the length was promised to the portal by then.
 */
export function createBase64Body(
  around: (content: string) => object,
  { sizeBytes, content }: { sizeBytes: number; content: AsyncIterable<Uint8Array> },
): StreamedBody {
  const [before = "", after = ""] = writeJson(around(HOLE)).split(JSON.stringify(HOLE).slice(1, -1));
  const [head, tail] = [Buffer.from(before), Buffer.from(after)];
  return {
    lengthBytes: head.length + Math.ceil(sizeBytes / 3) * 4 + tail.length,
    chunks: write(),
  };

  async function* write(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* encode(exactly(content, sizeBytes));
    yield tail;
  }
}

/** Only whole groups of three bytes are written before the end, so that the pieces join without padding. */
async function* encode(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const chunk of content) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    if (whole > 0) yield Buffer.from(bytes.toString("base64", 0, whole), "latin1");
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) yield Buffer.from(rest.toString("base64"), "latin1");
}

/** @throws AppError `invalid` when there is more or less than was promised. */
export async function* exactly(content: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Uint8Array> {
  let seenBytes = 0;
  for await (const chunk of content) {
    seenBytes += chunk.length;
    if (seenBytes > sizeBytes) break;
    yield chunk;
  }
  if (seenBytes !== sizeBytes) {
    throw new AppError("invalid", `The file is not ${sizeBytes} bytes long, as was said: it changed while it was read`);
  }
}
