import { expect, test } from "vitest";

import { imageSize } from "./image-size.ts";

function bytes(...parts: (string | number[])[]): Buffer {
  const buffers = parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)));
  return Buffer.concat([...buffers, Buffer.alloc(40)]);
}

test.each([
  ["png", bytes("\u0089PNG\r\n\u001a\n", [0, 0, 0, 13], "IHDR", [0, 0, 1, 0], [0, 0, 0, 80])],
  ["gif", bytes("GIF89a", [0, 1], [80, 0])],
  [
    "bmp",
    bytes(
      "BM",
      Array.from({ length: 16 }, () => 0),
      [0, 1, 0, 0],
      [80, 0, 0, 0],
    ),
  ],
  ["jpg", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 80, 1, 0])],
  ["webp", bytes("RIFF", [0, 0, 0, 0], "WEBPVP8X", [10, 0, 0, 0, 0, 0, 0, 0], [255, 0, 0], [79, 0, 0])],
])("the size of a %s is read from its head", (extension, content) => {
  expect(imageSize(content)).toEqual({ extension, width: 256, height: 80 });
});

test.each(["", "plain text that only claims to be a picture", "%PDF-1.7 and more bytes that follow it here"])(
  "%j is no picture",
  (content) => {
    expect(imageSize(Buffer.from(content))).toBeNull();
  },
);
