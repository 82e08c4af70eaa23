import type { FunnelConversion } from "@botdeck/crm/report";

import { type Canvas, type Colour, createCanvas } from "./canvas.ts";
import { GLYPH_HEIGHT, widthOf } from "./digits.ts";
import { toPng } from "./png.ts";

const WIDTH = 560;
const MARGIN = 20;
const BAR = 26;
const STEP = 38;
/** Room for a stage's number on the left, and for deals and their share on the right. */
const LEFT = 34;
const RIGHT = 130;
const DOT = 2;
const PAPER: Colour = [255, 255, 255];
const TRACK: Colour = [238, 242, 246];
const WORDS: Colour = [82, 92, 105];
const FAINT: Colour = [150, 159, 170];
const FIRST: Colour = [47, 128, 237];
const LAST: Colour = [39, 174, 96];

/**
 * How many deals came to each stage, as bars from the first stage to the won one. Stages have the numbers that they have in
 * the report's words, since letters are not drawn.
 *
 * @returns A PNG file.
 */
export function drawFunnel({ stages, deals }: Pick<FunnelConversion, "stages" | "deals">): Buffer {
  const canvas = createCanvas(WIDTH, 2 * MARGIN + stages.length * STEP - (STEP - BAR), PAPER);
  for (const [index, { entered, share }] of stages.entries()) {
    const y = MARGIN + index * STEP;
    const track = WIDTH - 2 * MARGIN - LEFT - RIGHT;
    const bar = { x: MARGIN + LEFT, y, height: BAR };
    const words = y + (BAR - GLYPH_HEIGHT * DOT) / 2;
    canvas.write(String(index + 1), { x: MARGIN, y: words }, FAINT, DOT);
    canvas.fill({ ...bar, width: track }, TRACK, BAR / 4);
    const length = deals === 0 ? 0 : track * share;
    if (entered > 0) canvas.fill({ ...bar, width: Math.max(4, length) }, colourAt(index, stages.length), BAR / 4);
    const beside = bar.x + track + 14;
    canvas.write(String(entered), { x: beside, y: words }, WORDS, DOT);
    writeRight(canvas, `${Math.round(share * 100)}%`, WIDTH - MARGIN, words);
  }
  return toPng(canvas.pixels());
}

function writeRight(canvas: Canvas, text: string, right: number, y: number): void {
  canvas.write(text, { x: right - widthOf(text) * DOT, y }, FAINT, DOT);
}

function colourAt(index: number, count: number): Colour {
  const way = count < 2 ? 1 : index / (count - 1);
  const between = (part: 0 | 1 | 2) => Math.round(FIRST[part] + (LAST[part] - FIRST[part]) * way);
  return [between(0), between(1), between(2)];
}
