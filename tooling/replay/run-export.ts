import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { STAGES } from "@botdeck/bots/stages";
import { AppError } from "@botdeck/core";
import { connect, recordedTalks } from "@botdeck/db";

import { ALL_WELL, WRONG_USAGE } from "../dialog/exit-codes.ts";
import { homeAt } from "../start/home.ts";
import { readRunning } from "../start/run-file.ts";
import { toFixtures } from "./to-fixtures.ts";

const HELP = `Writes real conversations to a file from which they can be played again, without what is their clients' own.

  pnpm replay export --since 7d --out FILE          those with a message in the last seven days (or 12h), the latest first
  pnpm replay export --conversation ID --out FILE   one
  --limit 1000                                      at most so many

Reads the system that runs here, or the database that DATABASE_URL names. In place of names, phones, mails, addresses,
numbers of orders and other long numbers stand made-up ones; what operators wrote is left out. Names that nobody announced
as such can remain in what clients wrote: look through the file before you hand it on.
Exit codes: 0 written, 2 it could not be done.
`;
const SINCE = /^(\d+)([hd])$/;
const UNIT_MS = { h: 3_600_000, d: 86_400_000 };

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Exports what is asked for. @returns The exit code. */
export async function runExport(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      conversation: { type: "string" },
      since: { type: "string" },
      out: { type: "string" },
      limit: { type: "string", default: "1000" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { conversation, since, out } = values;
  if (values.help || out === undefined || (conversation === undefined) === (since === undefined)) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? ALL_WELL : WRONG_USAGE;
  }
  const wanted =
    conversation === undefined
      ? { since: instantOf(since ?? ""), limit: limitOf(values.limit) }
      : { conversationId: conversation };
  const handle = connect(databaseUrl(), { max: 1, applicationName: "botdeck-replay" });
  try {
    const talks = await recordedTalks(handle.db, wanted);
    if (conversation !== undefined && talks.length === 0) {
      throw new AppError("not_found", `There is no conversation ${conversation}.`);
    }
    const fixtures = await toFixtures(talks, STAGES);
    writeFileSync(out, fixtures.map((fixture) => `${JSON.stringify(fixture)}\n`).join(""), { mode: 0o600 });
    const unlike = fixtures.filter(({ isReproduced }) => !isReproduced).length;
    process.stdout.write(
      `${fixtures.length} of ${talks.length} conversations are in ${out}` +
        `${unlike === 0 ? "" : `; of ${unlike} the world around them could not be guessed`}.\n`,
    );
    return ALL_WELL;
  } finally {
    await handle.close();
  }
}

function instantOf(since: string): Date {
  const [, count, unit] = SINCE.exec(since) ?? [];
  if (count === undefined) throw new AppError("invalid", `"${since}" is no time: write it so: 7d or 12h.`);
  return new Date(Date.now() - Number(count) * UNIT_MS[unit === "h" ? "h" : "d"]);
}

function limitOf(written: string): number {
  const limit = Number(written);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new AppError("invalid", `"${written}" is no limit: write a whole number above 0.`);
}

function databaseUrl(): string {
  const home = homeAt(process.env.BOTDECK_HOME || join(repository, ".botdeck"));
  const url = process.env.DATABASE_URL || readRunning(home.runFile)?.databaseUrl;
  if (url !== undefined) return url;
  throw new AppError("unreachable", `No system runs on ${home.root}. Run "pnpm start" first, or set DATABASE_URL.`);
}
