import fc from "fast-check";
import { expect, test } from "vitest";

import { createBase64Body } from "./base64-body.ts";

async function* pieces(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString();
}

test("however the content comes, the body is the JSON that one piece would give, and as long as it said", async () => {
  const anyChunks = fc.array(fc.uint8Array({ maxLength: 7 }), { maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(anyChunks, fc.string(), async (chunks, name) => {
      const bytes = Buffer.concat(chunks);
      const around = (content: string) => ({ auth: "token", fields: { name, content, message: "Größe" } });
      const body = createBase64Body(around, { sizeBytes: bytes.length, content: pieces(chunks) });
      const text = await whole(body.chunks);
      expect(JSON.parse(text)).toEqual(around(bytes.toString("base64")));
      expect(body.lengthBytes).toBe(Buffer.byteLength(text));
    }),
  );
});

test.each([[3], [5]])("a content of 4 bytes that was said to have %d ends with an error", async (sizeBytes) => {
  const body = createBase64Body((content) => ({ content }), { sizeBytes, content: pieces([Buffer.from("four")]) });
  await expect(whole(body.chunks)).rejects.toMatchObject({ code: "invalid" });
});
