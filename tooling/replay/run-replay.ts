import { parseArgs } from "node:util";

import { STAGES } from "@botdeck/bots/stages";

import { ALL_WELL, NOT_WELL, WRONG_USAGE } from "../dialog/exit-codes.ts";
import { type Change, inWords } from "./compare.ts";
import { readEarlier, readFixtures } from "./read-files.ts";
import { type Replayed, replay } from "./replay.ts";

const HELP = `Plays recorded conversations to the bots as they are now, and lists those that come to something else.

  pnpm replay --fixtures FILE                   compared with the version that exported FILE
  pnpm replay --fixtures FILE --against EARLIER compared with what an earlier version came to: its --json, kept in a file
  pnpm replay --fixtures FILE --json            prints id, visits, changes and log of each
  pnpm replay export --help                     tells how to make a file

Exit codes: 0 all came to the same, 1 some did not, 2 it could not be done.
`;

/** Replays what is asked for, and prints what changed. @returns The exit code. */
export async function runReplay(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fixtures: { type: "string" },
      against: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help || values.fixtures === undefined) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? ALL_WELL : WRONG_USAGE;
  }
  const earlier = values.against === undefined ? null : readEarlier(values.against);
  const replayed = await replay(readFixtures(values.fixtures), STAGES, earlier);
  const changed = replayed.filter(({ changes }) => changes.length > 0);
  if (values.json) process.stdout.write(`${JSON.stringify(replayed, null, 2)}\n`);
  else process.stdout.write(linesOf(replayed, changed));
  return changed.length === 0 ? ALL_WELL : NOT_WELL;
}

function linesOf(replayed: readonly Replayed[], changed: readonly Replayed[]): string {
  const lines = changed.flatMap(({ id, bot, isReproduced, recorded, changes, log }) => [
    `${id} (${bot})${isReproduced ? "" : `, recorded as: ${recorded.map(inWords).join("; then ") || "nothing"}`}`,
    ...changes.map(lineOf),
    ...log.map((said) => `      ${said.replaceAll("\n", "\n        ")}`),
    "",
  ]);
  const unlike = replayed.filter(({ isReproduced }) => !isReproduced).length;
  const note = unlike === 0 ? "" : ` Of ${unlike} the record differs from what the exporting version came to.`;
  return [...lines, `${changed.length} of ${replayed.length} conversations come to something else.${note}`, ""].join(
    "\n",
  );
}

const lineOf = ({ visit, before, after }: Change): string =>
  `    visit ${visit + 1}: ${inWords(before)} → ${inWords(after)}`;
