/** A line as it stays, goes or comes. */
export type DiffLine = { kind: "same" | "removed" | "added"; text: string };

/** Beyond this many pairs, lines are not compared one by one. */
const MOST_PAIRS = 1_000_000;

/** Two texts line by line: what goes before what comes in its place. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [
    ...lines("same", before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...lines("same", before.slice(before.length - tail)),
  ];
}

const lines = (kind: DiffLine["kind"], texts: readonly string[]): DiffLine[] => texts.map((text) => ({ kind, text }));

/** By the longest run of lines that both have, in order. */
function middle(before: readonly string[], after: readonly string[]): DiffLine[] {
  if (before.length * after.length > MOST_PAIRS) return [...lines("removed", before), ...lines("added", after)];
  const width = after.length + 1;
  // How many lines are common from here on.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const isSame = before[row] === after[column];
      const count = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      common[row * width + column] = count;
    }
  }
  const found: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      found.push({ kind: "same", text: before[row++] ?? "" });
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) found.push({ kind: "removed", text: before[row++] ?? "" });
    else found.push({ kind: "added", text: after[column++] ?? "" });
  }
  return [...found, ...lines("removed", before.slice(row)), ...lines("added", after.slice(column))];
}
