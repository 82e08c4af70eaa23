import { openDrillOutbox } from "../drill-outbox.ts";
import { type Stack, startStack } from "../stack/start-stack.ts";
import type { FetchOptions } from "./debian-packages.ts";

/** Figures in milliseconds; null for what did not come in time. */
type Timed<Figure extends string> = Readonly<Record<Figure, number | null>>;

/** A source of alerts as it is in life, and what is played with it. */
export type AlertDrill<Found extends { leave(): void }, Figure extends string, Played extends Timed<Figure>> = {
  name: string;
  /** The programs of the source. @throws AppError `unreachable` when they are not to be had here. */
  find(options: FetchOptions): Promise<Found>;
  /** @returns One failure after another; it is stopped after the first that broke a promise. */
  play(parts: { stack: Stack; found: Found; signal: AbortSignal }): AsyncGenerator<Played, void, void>;
  /** What was promised and did not come, in words. */
  judge(played: Played): string[];
  /** In milliseconds: a figure above it is slow, not broken. */
  targets: Readonly<Record<Figure, number>>;
  words(played: Played): string;
};

type Options = { times: number; isJson: boolean };
type Run<Played> = { run: number; played: Played; broken: string[] };

/**
 * Runs a real source of alerts beside our own stack, and plays failures with it.
 *
 * @returns True when every promise was kept.
 * @throws AppError `unreachable` when one of the programs is not to be had here, or does not come up.
 */
export async function runAlertDrill<
  Found extends { leave(): void },
  Figure extends string,
  Played extends Timed<Figure>,
>(drill: AlertDrill<Found, Figure, Played>, { times, isJson }: Options, signal: AbortSignal): Promise<boolean> {
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const print = (facts: object) => void process.stdout.write(`${JSON.stringify(facts)}\n`);
  const found = await drill.find({ environment: process.env, report, signal });
  const runs: Run<Played>[] = [];
  let stack: Stack | null = null;
  try {
    stack = await startStack({ gateways: 1, workers: 1, withTemporal: true, portalLimit: "50/2", report, signal });
    await waitUntilInstalled(stack);
    for await (const played of drill.play({ stack, found, signal })) {
      const broken = drill.judge(played);
      runs.push({ run: runs.length + 1, played, broken });
      if (isJson) print({ drill: drill.name, run: runs.length, ...played, broken });
      else process.stdout.write(`${inWords(runs.length, drill.words(played), broken)}\n`);
      // What comes after a broken promise would be counted against it.
      if (broken.length > 0 || runs.length === times) break;
    }
  } finally {
    found.leave();
    const keepFolder = runs.some(({ broken }) => broken.length > 0) && !signal.aborted;
    if (keepFolder && stack !== null) report(`A promise broke; data and logs are kept: ${stack.folder}`);
    await stack?.stop({ keepFolder });
  }
  const broken = runs.flatMap((run) => run.broken);
  if (isJson) for (const figure of figuresOf(drill, runs)) print(figure);
  report(broken.length === 0 ? `${times} of ${times} runs kept the promises` : `broken: ${broken.join("; ")}`);
  return broken.length === 0;
}

async function waitUntilInstalled({ databaseUrl }: Stack): Promise<void> {
  const outbox = openDrillOutbox(databaseUrl);
  try {
    await outbox.waitUntilInstalled();
  } finally {
    await outbox.close();
  }
}

const inWords = (run: number, words: string, broken: readonly string[]): string =>
  [`run ${run}: ${broken.length === 0 ? "kept  " : "BROKEN"} ${words}`, ...broken.map((each) => `    ${each}`)].join(
    "\n",
  );

export const inSeconds = (value: number | null): string =>
  value === null ? "never" : `${(value / 1_000).toFixed(1)} s`;

/** What did not come at all of what is timed, in words. */
export const missingOf = <Figure extends string>(
  played: Timed<NoInfer<Figure>>,
  words: Readonly<Record<Figure, string>>,
): string[] => figuresIn(words).flatMap((figure) => (played[figure] === null ? [words[figure]] : []));

/** Of several runs the worst; nothing of what never came. */
function figuresOf<Figure extends string>(
  { name, targets }: { name: string; targets: Readonly<Record<Figure, number>> },
  runs: readonly Run<Timed<Figure>>[],
): object[] {
  const bench = `drill-${name}`;
  const timed = figuresIn(targets).flatMap((figure) => {
    const values = runs.map(({ played }): number | null => played[figure]).filter((value) => value !== null);
    if (values.length === 0) return [];
    return [{ bench, figure, value: Math.max(...values), unit: "ms", target: targets[figure], better: "lower" }];
  });
  const broken = runs.reduce((sum, run) => sum + run.broken.length, 0);
  return [...timed, { bench, figure: "broken", value: broken, unit: "count", target: 0, better: "lower" }];
}

const figuresIn = <Figure extends string>(each: Readonly<Record<Figure, unknown>>): Figure[] =>
  Object.keys(each) as Figure[]; // safe: written out as objects of just these names
