import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { encodeFrames, frameBytes, scanFrames } from "./frame.ts";

const marker = randomBytes(8);
const records = fc.array(fc.record({ payload: fc.uint8Array({ maxLength: 60 }), acceptedAtMs: fc.nat() }), {
  minLength: 1,
  maxLength: 12,
});
/** Where in the bytes, as a share of their length. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const payloads = (found: readonly { payload: Uint8Array }[]) =>
  found.map(({ payload }) => Buffer.from(payload).toString("hex"));

test("a segment cut at any byte keeps every record that ends before the cut, and the rest is an unfinished write", () => {
  fc.assert(
    fc.property(records, place, (written, share) => {
      const bytes = encodeFrames(written, marker);
      const cut = Math.floor(share * bytes.length);
      const { frames, gaps } = scanFrames(bytes.subarray(0, cut), 0, marker);

      const ends = written.map((_, index) => encodeFrames(written.slice(0, index + 1), marker).length);
      const whole = ends.filter((end) => end <= cut);
      expect(payloads(frames)).toEqual(payloads(written.slice(0, whole.length)));
      const lastEnd = whole.at(-1) ?? 0;
      expect(gaps).toEqual(lastEnd === cut ? [] : [{ start: lastEnd, end: cut, isTorn: true }]);
    }),
  );
});

test("a damaged byte costs the record that it is in, and none of the others", () => {
  fc.assert(
    fc.property(records, place, fc.integer({ min: 1, max: 255 }), (written, share, change) => {
      const bytes = encodeFrames(written, marker);
      const hit = Math.floor(share * bytes.length);
      bytes[hit] = (bytes[hit] ?? 0) ^ change;
      const { frames, gaps } = scanFrames(bytes, 0, marker);

      let end = 0;
      const victim = written.findIndex(({ payload }) => (end += frameBytes(payload.length)) > hit);
      expect(payloads(frames)).toEqual(payloads(written.toSpliced(victim, 1)));
      expect(gaps).toMatchObject([{ end, start: end - frameBytes(written[victim]?.payload.length ?? 0) }]);
    }),
  );
});

test("a whole record with a wrong checksum at the end counts as damaged, not as unfinished", () => {
  const bytes = encodeFrames([{ payload: Buffer.from("promised"), acceptedAtMs: 1 }], marker);
  bytes[bytes.length - 1] = 0;

  expect(scanFrames(bytes, 0, marker).gaps).toEqual([{ start: 0, end: bytes.length, isTorn: false }]);
});

test("a frame that a sender wrote into a text is not taken for one of ours when the text is damaged", () => {
  const forged = encodeFrames([{ payload: Buffer.from("forged"), acceptedAtMs: 1 }], randomBytes(8));
  const bytes = encodeFrames([{ payload: forged, acceptedAtMs: 1 }], marker);
  bytes[0] = (bytes[0] ?? 0) ^ 1;

  expect(scanFrames(bytes, 0, marker).frames).toEqual([]);
});
