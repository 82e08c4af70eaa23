import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { AppError, messageOf } from "@botdeck/core";

import { startOwnSystem } from "../smoke/own-system.ts";
import { homeAt } from "../start/home.ts";
import { readRunning } from "../start/run-file.ts";
import { type Day, readDayFile } from "./day-file.ts";
import { openDayPortal } from "./day-portal.ts";
import { type DayOptions, HELP, readOptions } from "./options.ts";
import { playDay } from "./play-day.ts";
import { dayReport, jsonLine, progressLine } from "./report.ts";
import { utteranceLine, writeTranscript } from "./transcript.ts";

const MALFORMED = 2;
const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const remark = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return say(HELP);
  const day = chosen(readDay(options), options.only);
  if (day === null) return;
  const home = homeAt(process.env.BOTDECK_HOME || join(repository, ".botdeck"));
  const running = options.start ? null : readRunning(home.runFile);
  const own = running === null ? await startOwnSystem(repository, remark) : null;
  try {
    const emulatorUrl = (running ?? own?.record)?.emulatorUrl;
    if (emulatorUrl == null) {
      throw new AppError("conflict", "A real portal is connected; a day is played on the demo portal only.");
    }
    await play(emulatorUrl, day, options);
  } finally {
    await own?.stop();
  }
}

function readDay({ conversations }: DayOptions): Day | null {
  try {
    // pnpm runs this in the repository, wherever it was called.
    return readDayFile(resolve(process.env.INIT_CWD ?? ".", conversations));
  } catch (error) {
    remark(messageOf(error));
    process.exitCode = MALFORMED;
    return null;
  }
}

/** @throws AppError `not_found` for an id that the day does not have. */
function chosen(day: Day | null, only: string[] | null): Day | null {
  if (day === null || only === null) return day;
  const missing = only.filter((id) => !day.conversations.some((each) => each.id === id));
  if (missing.length > 0) throw new AppError("not_found", `There is no conversation ${missing.join(", ")}.`);
  return { ...day, conversations: day.conversations.filter(({ id }) => only.includes(id)) };
}

async function play(emulatorUrl: string, day: Day, options: DayOptions): Promise<void> {
  const { json, verbose, transcripts, concurrency, paceS } = options;
  const portal = await openDayPortal(emulatorUrl);
  try {
    await portal.load(day.orders, day.products, new Date());
    let done = 0;
    const { played, summary } = await playDay({
      day,
      portal,
      readPhoto: (name) => readFileSync(join(day.photoFolder, name)).toString("base64"),
      concurrency,
      paceMs: paceS * 1_000,
      onPlayed(one) {
        done += 1;
        if (transcripts !== null) writeTranscript(resolve(process.env.INIT_CWD ?? ".", transcripts), one);
        say(json ? jsonLine(one) : progressLine(one, done, day.conversations.length));
      },
      ...(verbose ? { onUtterance: (id, utterance) => remark(`${id} ${utteranceLine(utterance)}`) } : {}),
    });
    say(json ? JSON.stringify(summary) : `\n${dayReport(played, summary)}`);
  } finally {
    portal.close();
  }
}

try {
  await main();
} catch (error) {
  remark(messageOf(error));
  process.exitCode = 1;
}
// A stream that is still open must not keep it from ending.
process.exit();
