import type { DialogGraph } from "./dialog-graph.ts";
import type { GraphWords } from "./graph-words.ts";
import { layOut, LINE_HEIGHT, type Picture, type Placed } from "./lay-out.ts";

export type DrawOptions = {
  /** The step to mark: where a conversation stands. */
  at?: string | null;
  /** True for a picture in a file of its own, which brings its colours, light and dark. */
  isAlone?: boolean;
};

/** Colours of a picture in a page are the page's: custom properties `--graph-…`, with light ones where it sets none. */
const COLOURS = {
  ink: ["#1f2430", "#e6e8ee"],
  quiet: ["#5c6475", "#a3abbd"],
  line: ["#8a92a3", "#7c8598"],
  paper: ["#ffffff", "#171a21"],
  ask: ["#e3edff", "#1d2f52"],
  request: ["#e9e5fb", "#2f2753"],
  say: ["#eef0f4", "#2a2f3a"],
  end: ["#dff3e6", "#173a26"],
  begin: ["#eef0f4", "#2a2f3a"],
  mark: ["#c2410c", "#fb923c"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

type Colour = keyof typeof COLOURS;

const colour = (name: Colour): string => `var(--graph-${name}, ${COLOURS[name][0]})`;

/**
 * A dialog as an SVG. Every word in it is escaped; it holds no script, and no style either unless it stands alone, so that a
 * strict content security policy lets it through.
 */
export function drawGraph(
  graph: DialogGraph,
  words: GraphWords,
  { at = null, isAlone = false }: DrawOptions = {},
): string {
  const picture = layOut(graph, words);
  const { width, height } = picture;
  const label = escaped(`${words.name(graph.name)}, ${graph.version}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}" font-family="'Inter Variable', Inter, system-ui, sans-serif" font-size="13">`,
    isAlone ? styleAlone() : "",
    isAlone ? `<rect width="100%" height="100%" fill="${colour("paper")}"/>` : "",
    ...picture.ways.map(drawWay),
    ...picture.nodes.map((node) => drawNode(node, node.id === at)),
    drawFoot(picture),
    "</svg>",
  ].join("");
}

function drawWay({ points, hasHead }: Picture["ways"][number]): string {
  const path = points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const line = `<path d="${path}" fill="none" stroke="${colour("line")}" stroke-width="1.5"/>`;
  return hasHead ? line + headOf(points) : line;
}

/** An arrow's head of its own: a marker has an id, which would be there twice in a page with two pictures. */
function headOf(points: Picture["ways"][number]["points"]): string {
  const [[fromX, fromY] = [0, 0], [x, y] = [0, 0]] = points.slice(-2);
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const corners = [
    [x, y],
    [x - 6 * dx - 4 * dy, y - 6 * dy - 4 * dx],
    [x - 6 * dx + 4 * dy, y - 6 * dy + 4 * dx],
  ];
  return `<polygon points="${corners.map((corner) => corner.join(",")).join(" ")}" fill="${colour("line")}"/>`;
}

function drawNode(node: Placed, isMarked: boolean): string {
  const { id, kind, x, y, width, height, title, lines, when } = node;
  if (kind === "fork") {
    const [centerX, centerY] = [x + width / 2, y + height / 2];
    const corners = `${centerX},${y} ${x + width},${centerY} ${centerX},${y + height} ${x},${centerY}`;
    return `<polygon points="${corners}" fill="${colour("paper")}" stroke="${colour("line")}" stroke-width="1.5"/>`;
  }
  const stroke = isMarked ? `stroke="${colour("mark")}" stroke-width="3"` : `stroke="${colour("line")}"`;
  const round = kind === "begin" || kind === "end" ? 17 : 8;
  return [
    `<g data-step="${escaped(id)}"${isMarked ? ' data-at="true"' : ""}>`,
    ...when.map((line, index) =>
      write(line, { x: x + 2, y: y - 6 - (when.length - 1 - index) * LINE_HEIGHT, size: 11.5, fill: "quiet" }),
    ),
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${colour(kind)}" ${stroke}/>`,
    write(title, { x: x + 12, y: y + 21, size: 13, fill: "ink", isBold: true }),
    ...lines.map((line, index) =>
      write(line, { x: x + 12, y: y + 38 + index * LINE_HEIGHT, size: 11.5, fill: "quiet" }),
    ),
    "</g>",
  ].join("");
}

function drawFoot({ foot }: Picture): string {
  if (foot === null) return "";
  return [
    write(foot.title, { x: 10, y: foot.y, size: 12, fill: "ink", isBold: true }),
    ...foot.lines.map((line, index) =>
      write(line, { x: 10, y: foot.y + (index + 1) * LINE_HEIGHT + 2, size: 11.5, fill: "quiet" }),
    ),
  ].join("");
}

function write(
  words: string,
  { x, y, size, fill, isBold = false }: { x: number; y: number; size: number; fill: Colour; isBold?: boolean },
): string {
  const weight = isBold ? ' font-weight="600"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour(fill)}"${weight} xml:space="preserve">${escaped(words)}</text>`;
}

function styleAlone(): string {
  const set = (side: 0 | 1) =>
    Object.entries(COLOURS)
      .map(([name, sides]) => `--graph-${name}:${sides[side]}`)
      .join(";");
  return `<style>svg{${set(0)}}@media(prefers-color-scheme:dark){svg{${set(1)}}}</style>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** What XML allows in no form at all: control characters. */
// oxlint-disable-next-line no-control-regex -- they are what is meant
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escaped = (words: string): string =>
  words.replaceAll(FORBIDDEN, "").replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
