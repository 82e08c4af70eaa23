import type { DialogGraph, GraphNode } from "./dialog-graph.ts";
import type { GraphWords } from "./graph-words.ts";
import { wrapWords } from "./wrap-words.ts";

/** Where a point of a dialog is drawn, in pixels, and the lines of words in it. */
export type Placed = {
  id: string;
  kind: GraphNode["kind"];
  x: number;
  y: number;
  width: number;
  height: number;
  title: string;
  lines: readonly string[];
  /** Why it is come to, drawn above it. */
  when: readonly string[];
};

/** A way, as the corners that it goes by. */
export type PlacedWay = { points: readonly (readonly [number, number])[]; hasHead: boolean };

export type Picture = {
  width: number;
  height: number;
  nodes: readonly Placed[];
  ways: readonly PlacedWay[];
  /** What holds at every question, below the dialog. */
  foot: { title: string; y: number; lines: readonly string[] } | null;
};

const MARGIN = 8;
const BOX_WIDTH = 270;
/** Steps that always count stand at the edge, those that do not a little further in: so a phone shows the whole width. */
const SPINE_X = MARGIN;
const WAY_X = MARGIN + 24;
const BESIDE_X = MARGIN + 60;
const FORK = 14;
const GAP = 26;
const TITLE_HEIGHT = 34;
export const LINE_HEIGHT = 16;
const BOX_LETTERS = 40;
const FOOT_LETTERS = 54;

/**
 * Places a dialog from top to bottom: what always counts in a column, what depends on something further in, with a way out and a
 * way back. No two ways cross, however long the dialog is.
 */
export function layOut(graph: DialogGraph, words: GraphWords): Picture {
  const nodes: Placed[] = [];
  const ways: PlacedWay[] = [];
  let y = MARGIN;
  let above: number | null = null;
  /** The lower edge of a step beside the column that has still to come back. */
  let beside: number | null = null;
  let fork: Placed | null = null;

  const join = (to: number) => {
    if (above !== null)
      ways.push({
        points: [
          [WAY_X, above],
          [WAY_X, to],
        ],
        hasHead: true,
      });
    if (beside !== null) ways.push({ points: backFrom(beside, to), hasHead: true });
    above = null;
    beside = null;
  };

  for (const node of graph.nodes) {
    if (node.kind === "fork") {
      const reason = graph.edges.find(({ from, when }) => from === node.id && when !== null)?.when ?? "";
      const when = wrapWords(reason === "" ? words.unnamed : words.name(reason), BOX_LETTERS, 2);
      fork = {
        id: node.id,
        kind: "fork",
        x: WAY_X - FORK / 2,
        y,
        width: FORK,
        height: FORK,
        title: "",
        lines: [],
        when,
      };
      continue;
    }
    const box = boxOf(node, words, y);
    if (fork === null) {
      join(box.y);
      nodes.push(box);
      above = box.y + box.height;
      y = above + GAP;
      continue;
    }
    const top = y + fork.when.length * LINE_HEIGHT + 2;
    const middle = top + box.height / 2;
    const turn = { ...fork, y: middle - FORK / 2 };
    join(turn.y);
    ways.push({
      points: [
        [WAY_X + FORK / 2, middle],
        [BESIDE_X, middle],
      ],
      hasHead: true,
    });
    nodes.push({ ...turn, when: [] }, { ...box, x: BESIDE_X, y: top, when: fork.when });
    above = middle + FORK / 2;
    beside = node.kind === "end" ? null : top + box.height;
    y = top + box.height + GAP;
    fork = null;
  }
  const foot = footOf(graph, words, y);
  const footLines = foot?.lines.length ?? 0;
  const height = foot === null ? y - GAP + MARGIN : foot.y + footLines * LINE_HEIGHT + MARGIN * 2;
  return { width: BESIDE_X + BOX_WIDTH + MARGIN, height, nodes, ways, foot };
}

/** From below a step beside the column to the column, just above what comes next. */
const backFrom = (bottom: number, to: number): PlacedWay["points"] => {
  const turn = Math.min(bottom + GAP / 2, to - GAP / 2 + 4);
  const x = BESIDE_X + 24;
  return [
    [x, bottom],
    [x, Math.max(turn, bottom + 6)],
    [WAY_X, Math.max(turn, bottom + 6)],
  ];
};

function boxOf(node: Exclude<GraphNode, { kind: "fork" }>, words: GraphWords, y: number): Placed {
  const own = "slot" in node ? node.slot : "request" in node ? node.request : node.id;
  const text = "text" in node && node.text !== null ? (words.text(node.text) ?? "") : "";
  const lines = wrapWords(text, BOX_LETTERS, 3);
  const isBegin = node.kind === "begin";
  const title = isBegin ? words.kinds.begin : `${words.kinds[node.kind]}: ${words.name(own)}`;
  return {
    id: node.id,
    kind: node.kind,
    x: SPINE_X,
    y,
    width: BOX_WIDTH,
    height: TITLE_HEIGHT + (lines.length > 0 ? lines.length * LINE_HEIGHT + 4 : 0),
    title: wrapWords(title, BOX_LETTERS - 2, 1).join(""),
    lines,
    when: [],
  };
}

function footOf({ anyTime }: DialogGraph, words: GraphWords, y: number): Picture["foot"] {
  if (anyTime.length === 0) return null;
  const lines = anyTime.flatMap((rule) =>
    wrapWords(words.rule(rule), FOOT_LETTERS, 3).map((line, index) => (index === 0 ? `• ${line}` : `   ${line}`)),
  );
  return { title: words.anyTime, y: y + LINE_HEIGHT, lines };
}
