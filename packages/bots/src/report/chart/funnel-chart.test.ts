import { inflateSync } from "node:zlib";

import { expect, test } from "vitest";

import { drawFunnel } from "./funnel-chart.ts";

const stages = (...entered: number[]) =>
  entered.map((count, index) => ({
    stageId: String(index),
    name: "",
    entered: count,
    share: count / (entered[0] || 1),
  }));

/** Its size, and the colour of a pixel. */
function open(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const begin = png.indexOf("IDAT") + 4;
  const rows = inflateSync(png.subarray(begin, begin + png.readUInt32BE(begin - 8)));
  const at = (x: number, y: number) => [...rows.subarray(y * (width * 3 + 1) + 1 + x * 3).subarray(0, 3)];
  return { width, height, rows, at };
}

test("is a PNG whose bars are as long as the shares of deals", () => {
  const png = drawFunnel({ deals: 100, stages: stages(100, 50, 0) });
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const { width, height, rows, at } = open(png);
  expect(rows.length).toBe(height * (width * 3 + 1));
  const [first, second, third] = [33, 71, 109];
  const end = 400;
  const middle = 225;
  expect(at(end, first)).toEqual(at(middle, first));
  expect(at(end, second)).not.toEqual(at(middle, second));
  expect(at(60, third)).toEqual(at(end, third));
});

test("of a funnel that nobody came into is a picture too", () => {
  expect(open(drawFunnel({ deals: 0, stages: stages(0, 0) })).height).toBeGreaterThan(50);
});
