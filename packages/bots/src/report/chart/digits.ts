/** Digits and what stands beside them, five dots wide and seven high. Letters would need a font of every alphabet. */
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  "0": [".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."],
  "1": ["..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."],
  "2": [".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"],
  "3": ["#####", "...#.", "..#..", "...#.", "....#", "#...#", ".###."],
  "4": ["...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."],
  "5": ["#####", "#....", "####.", "....#", "....#", "#...#", ".###."],
  "6": ["..##.", ".#...", "#....", "####.", "#...#", "#...#", ".###."],
  "7": ["#####", "....#", "...#.", "..#..", ".#...", ".#...", ".#..."],
  "8": [".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."],
  "9": [".###.", "#...#", "#...#", ".####", "....#", "...#.", ".##.."],
  "%": ["##...", "##..#", "...#.", "..#..", ".#...", "#..##", "...##"],
  " ": [".....", ".....", ".....", ".....", ".....", ".....", "....."],
};

export const GLYPH_WIDTH = 5;
export const GLYPH_HEIGHT = 7;

/** The dots of a text of digits, each as its column and row; between two glyphs one column is free. */
export function dotsOf(text: string): { x: number; y: number }[] {
  return text
    .split("")
    .flatMap((sign, place) =>
      (GLYPHS[sign] ?? []).flatMap((row, y) =>
        row.split("").flatMap((dot, x) => (dot === "#" ? [{ x: place * (GLYPH_WIDTH + 1) + x, y }] : [])),
      ),
    );
}

/** In dots. */
export const widthOf = (text: string): number => text.length * (GLYPH_WIDTH + 1) - 1;
