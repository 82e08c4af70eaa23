const ROUNDS = 25;
/** Keeps the factors finite when the rows can be told apart perfectly. */
const RIDGE = 1e-2;

/** `weight` says how many rows of its kind it stands for. */
export type LogisticRow = { signals: readonly number[]; isRight: boolean; weight: number };

/** Chance = 1 / (1 + e^-(offset + Σ factor · (signal - mean) / spread)). */
export type Logistic = {
  offset: number;
  factors: readonly number[];
  means: readonly number[];
  spreads: readonly number[];
};

/** Logistic regression by Newton's method. Without rows it says one half to everything. */
export function fitLogistic(rows: readonly LogisticRow[], signals: number): Logistic {
  const total = rows.reduce((sum, row) => sum + row.weight, 0) || 1;
  const means = columns(signals, (at) => sumOf(rows, (row) => row.weight * valueOf(row, at)) / total);
  const spreads = columns(signals, (at) => {
    const variance = sumOf(rows, (row) => row.weight * (valueOf(row, at) - (means[at] ?? 0)) ** 2) / total;
    return Math.sqrt(variance) || 1;
  });
  const inputs = rows.map((row) => [
    1,
    ...columns(signals, (at) => (valueOf(row, at) - (means[at] ?? 0)) / (spreads[at] ?? 1)),
  ]);
  let beta = columns(signals + 1, () => 0);
  for (let round = 0; round < ROUNDS; round++) beta = newtonStep(beta, inputs, rows, total);
  return { offset: beta[0] ?? 0, factors: beta.slice(1), means, spreads };
}

/** How far each signal moves the chance from the average, on the logistic scale. */
export function contributions(logistic: Logistic, signals: readonly number[]): number[] {
  return logistic.factors.map(
    (factor, at) => (factor * ((signals[at] ?? 0) - (logistic.means[at] ?? 0))) / (logistic.spreads[at] ?? 1),
  );
}

export function chanceOf(logistic: Logistic, signals: readonly number[]): number {
  return sigmoid(contributions(logistic, signals).reduce((sum, part) => sum + part, logistic.offset));
}

function newtonStep(
  beta: number[],
  inputs: readonly number[][],
  rows: readonly LogisticRow[],
  total: number,
): number[] {
  const gradient: number[] = beta.map((value, at) => (at === 0 ? 0 : RIDGE * value));
  const curvature: number[][] = beta.map((_, row) => beta.map((__, column) => (row === column ? RIDGE : 0)));
  for (const [at, input] of inputs.entries()) {
    const row = rows[at];
    if (row === undefined) continue;
    const chance = sigmoid(input.reduce((sum, value, place) => sum + value * (beta[place] ?? 0), 0));
    const share = row.weight / total;
    for (const [left, value] of input.entries()) {
      gradient[left] = (gradient[left] ?? 0) + share * (chance - (row.isRight ? 1 : 0)) * value;
      const line = curvature[left] ?? [];
      for (const [right, other] of input.entries()) {
        line[right] = (line[right] ?? 0) + share * chance * (1 - chance) * value * other;
      }
    }
  }
  const step = solve(curvature, gradient);
  return beta.map((value, at) => value - (step[at] ?? 0));
}

/** Gaussian elimination with pivots; the matrix is small and positive. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (let at = 0; at < lines.length; at++) {
    const pivot = lines.slice(at).reduce((best, line) => (size(line, at) > size(best, at) ? line : best));
    lines.splice(lines.indexOf(pivot), 1);
    lines.splice(at, 0, pivot);
    for (const line of lines) {
      if (line === pivot) continue;
      const times = (line[at] ?? 0) / (pivot[at] || 1);
      for (let place = at; place < line.length; place++) line[place] = (line[place] ?? 0) - times * (pivot[place] ?? 0);
    }
  }
  return lines.map((line, at) => (line.at(-1) ?? 0) / (line[at] || 1));
}

const size = (line: readonly number[], at: number) => Math.abs(line[at] ?? 0);
const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
const valueOf = (row: LogisticRow, at: number) => row.signals[at] ?? 0;
const columns = (count: number, valueAt: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => valueAt(at));
const sumOf = <Row>(rows: readonly Row[], valueIn: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + valueIn(row), 0);
