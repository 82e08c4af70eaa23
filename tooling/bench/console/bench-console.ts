import { join } from "node:path";
import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { connect, reckonAnswers, reckonStaleDays } from "@botdeck/db";
import { startProcessGroup } from "@botdeck/local-stack";

import { atLeast, atMost, type Figure, printFigures } from "../figures.ts";
import { openStage } from "../stage.ts";
import { median, percentile } from "../statistics.ts";
import { type ConsoleSite, openConsoleSite } from "./console-site.ts";
import { measureBrowser } from "./measure-browser.ts";
import { measureLive } from "./measure-live.ts";
import { measurePages } from "./measure-pages.ts";
import { listPages, qualityPages, readFacts } from "./pages.ts";
import { scaledTo } from "./seed-scale.ts";
import { seedConsole } from "./seed-console.ts";

const HELP = `Measures the console on a year of work: lists, figures, and how soon a change is on the screen. Twenty minutes.

  pnpm bench console              prints the figures and what they have to reach
  pnpm bench console --json       one JSON line per figure
  pnpm bench console --quick      a fiftieth of the conversations: a first look, not a measurement
  pnpm bench console --scale 0.1  a tenth of them

1,000,000 conversations of twenty messages each are made inside Postgres, for twenty portals of all sizes, over a year. Then the real
console is asked over HTTP, one question after another: every list by every filter and deep in its middle, searches, counts, and the
questions of the page of figures for a week to a year. A browser loads the list and scrolls through 10,000 rows of it. Last, 200
consoles follow the changes while one browser shows them. It needs 15 GB of disk.
`;
const REPOSITORY = join(import.meta.dirname, "../../..");
const QUICK_SCALE = 0.02;
/** What a page may take, in milliseconds. */
const PAGE_MS = 200;
const SHOWN_MS = 500;
const TIMES = { true: 12, quick: 5 };
/** In the list through which a browser scrolls. */
const ROWS = { true: 10_000, quick: 2_000 };
const CONSOLES = 200;
const EVENTS = 100;

/** @throws AppError when a page cannot be read, or a change is never shown. */
export async function benchConsole(args: readonly string[]): Promise<void> {
  const options = readArguments(args);
  if (options === null) return;
  const { isJson, isQuick, scale, report } = options;
  report("the pages are built");
  await buildPages();
  const stage = await openStage();
  try {
    await seedConsole(stage.databaseUrl, scaledTo(scale), report);
    report("figures are added up");
    const addedUp = await addUp(stage.databaseUrl);
    const site = await openConsoleSite({ databaseUrl: stage.databaseUrl, logFile: join(stage.folder, "console.log") });
    try {
      const measured = await measureConsole(site, stage.databaseUrl, {
        times: isQuick ? TIMES.quick : TIMES.true,
        rows: isQuick ? ROWS.quick : ROWS.true,
        report,
      });
      printFigures("console", [...measured, ...addedUp], isJson);
    } finally {
      await site.stop();
    }
  } finally {
    await stage.close();
  }
}

/** Lists, figures and what follows them, of a console that runs on a seeded database. */
export async function measureConsole(
  site: ConsoleSite,
  databaseUrl: string,
  { times, rows, report }: { times: number; rows: number; report: (line: string) => void },
): Promise<Figure[]> {
  const handle = connect(databaseUrl, { max: 2, applicationName: "botdeck-bench" });
  const facts = await readFacts(handle);
  await handle.close();
  report("lists and searches");
  const lists = await measurePages(site, listPages(facts), times);
  report("figures of a week to a year");
  const quality = await measurePages(site, qualityPages(facts), times);
  report(`a browser with ${rows} rows`);
  const felt = await measureBrowser(site, rows);
  report(`changes, with ${CONSOLES} open consoles`);
  const shown = await measureLive(site, databaseUrl, { consoles: CONSOLES, events: EVENTS });
  return [
    atMost("listP95Ms", percentile(lists.all, 0.95), "ms", PAGE_MS),
    atMost("qualityP95Ms", percentile(quality.all, 0.95), "ms", PAGE_MS),
    ...[...lists.pages, ...quality.pages].map(({ name, p95Ms }) => atMost(`${name}P95Ms`, p95Ms, "ms", PAGE_MS)),
    ...felt,
    atMost("shownP50Ms", median(shown), "ms", null),
    atMost("shownP95Ms", percentile(shown, 0.95), "ms", SHOWN_MS),
    atMost("shownMaxMs", Math.max(...shown), "ms", null),
  ];
}

/** Adds up what the worker would have added up by and by. */
async function addUp(databaseUrl: string): Promise<Figure[]> {
  const handle = connect(databaseUrl, { max: 1, statementTimeoutMs: 0, applicationName: "botdeck-bench" });
  const startedAt = performance.now();
  try {
    const reckon = () => reckonStaleDays(handle.db, 31);
    let days = 0;
    for (let taken = await reckon(); taken > 0; taken = await reckon()) days += taken;
    const daysInS = (performance.now() - startedAt) / 1_000;
    while ((await reckonAnswers(handle.db, { now: new Date(), limit: 5_000 })).hasMore);
    const seconds = (performance.now() - startedAt) / 1_000;
    await handle.sql`vacuum analyze outcome_day, outcome_month, answer_day, answer_month, outcome_stale_day`;
    return [atLeast("daysAddedUpPerSecond", days / daysInS, "days/s", null), atMost("addedUpInS", seconds, "s", null)];
  } finally {
    await handle.close();
  }
}

async function buildPages(): Promise<void> {
  const lines: string[] = [];
  const command = { file: "turbo", args: ["run", "build", "--filter=@botdeck/console"], cwd: REPOSITORY };
  const group = await startProcessGroup(command, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new AppError("invariant", `The pages could not be built:\n${lines.slice(-20).join("\n")}`);
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      scale: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return null;
  }
  const scale = values.scale === undefined ? (values.quick ? QUICK_SCALE : 1) : Number(values.scale);
  if (!(scale > 0 && scale <= 1)) throw new AppError("invalid", "--scale is a number above 0, up to 1.");
  return {
    isJson: values.json,
    isQuick: values.quick,
    scale,
    report: (line: string) => void process.stderr.write(`${line}\n`),
  };
}
