import type { Pixels } from "./png.ts";
import { dotsOf } from "./digits.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];
export type Box = { x: number; y: number; width: number; height: number };

/** Each pixel is the mean of so many by so many, so that round corners are smooth. */
const FINER = 3;
const BYTES = 3;

/** A sheet to draw on; coordinates are pixels of the picture that comes out. */
export type Canvas = {
  /** @param radius Of its corners. */
  fill(box: Box, colour: Colour, radius?: number): void;
  /** Digits. @param size Pixels a dot. */
  write(text: string, at: { x: number; y: number }, colour: Colour, size: number): void;
  pixels(): Pixels;
};

export function createCanvas(width: number, height: number, background: Colour): Canvas {
  const [fineWidth, fineHeight] = [width * FINER, height * FINER];
  const fine = new Uint8Array(fineWidth * fineHeight * BYTES);
  const canvas: Canvas = {
    fill(box, colour, radius = 0) {
      const [left, top] = [Math.round(box.x * FINER), Math.round(box.y * FINER)];
      const [right, bottom] = [Math.round((box.x + box.width) * FINER), Math.round((box.y + box.height) * FINER)];
      const round = Math.min(radius * FINER, (right - left) / 2, (bottom - top) / 2);
      for (let y = Math.max(0, top); y < Math.min(fineHeight, bottom); y++) {
        const inset = insetAt(Math.min(y - top, bottom - 1 - y), round);
        for (let x = Math.max(0, left + inset); x < Math.min(fineWidth, right - inset); x++) {
          fine.set(colour, (y * fineWidth + x) * BYTES);
        }
      }
    },
    write(text, { x, y }, colour, size) {
      for (const dot of dotsOf(text)) {
        canvas.fill({ x: x + dot.x * size, y: y + dot.y * size, width: size, height: size }, colour);
      }
    },
    pixels: () => ({ width, height, data: coarser(fine, width, height) }),
  };
  canvas.fill({ x: 0, y: 0, width, height }, background);
  return canvas;
}

/** How far a round corner leaves a row free that is so far from the edge. */
function insetAt(fromEdge: number, radius: number): number {
  if (fromEdge >= radius) return 0;
  const rise = radius - fromEdge - 0.5;
  return Math.round(radius - Math.sqrt(Math.max(0, radius * radius - rise * rise)));
}

function coarser(fine: Uint8Array, width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * BYTES);
  const rowBytes = width * FINER * BYTES;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let part = 0; part < BYTES; part++) {
        let sum = 0;
        for (let down = 0; down < FINER; down++) {
          const row = (y * FINER + down) * rowBytes + x * FINER * BYTES + part;
          for (let along = 0; along < FINER; along++) sum += fine[row + along * BYTES] ?? 0;
        }
        data[(y * width + x) * BYTES + part] = Math.round(sum / (FINER * FINER));
      }
    }
  }
  return data;
}
