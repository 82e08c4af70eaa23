import { randomUUID } from "node:crypto";

import { exactly, type StreamedBody } from "./base64-body.ts";

/** A form with one file in it, as browsers send it. */
export function createMultipartBody(
  field: string,
  file: { name: string; sizeBytes: number; content: AsyncIterable<Uint8Array> },
): StreamedBody & { contentType: string } {
  const boundary = `----${randomUUID()}`;
  const name = file.name.replaceAll(/["\r\n]/g, "_");
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
      "Content-Type: application/octet-stream\r\n\r\n",
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    lengthBytes: head.length + file.sizeBytes + tail.length,
    chunks: write(),
  };

  async function* write(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* exactly(file.content, file.sizeBytes);
    yield tail;
  }
}
