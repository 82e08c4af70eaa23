import { parseArgs } from "node:util";

import { AppError, messageOf } from "@botdeck/core";

const CONCURRENCY = 8;
/** At five or six requests for each, a portal's two requests a second are used by two thirds. */
const PACE_S = 4;

export const HELP = `Plays a day of clients against the running system, through its demo portal.

  pnpm day --conversations FILE      as the file says: orders, products and conversations, JSON lines

  --json                             one line per conversation and one with the figures, nothing else
  --concurrency N                    so many clients at the same time (default ${CONCURRENCY})
  --pace SECONDS                     so long between two clients who come (default ${PACE_S}); 0 for all that have a place
  --only ID,ID                       these conversations only
  --verbose                          what is said, as it is said (to stderr)
  --transcripts FOLDER               writes what was said, a file per conversation
  --start                            with a system of its own, also when one runs; without a running one it starts its own anyway

Exit code 0 when it could measure, 2 when the file is malformed, 1 for anything else.
`;

export type DayOptions = {
  help: boolean;
  conversations: string;
  json: boolean;
  concurrency: number;
  paceS: number;
  /** Null for all. */
  only: string[] | null;
  verbose: boolean;
  transcripts: string | null;
  start: boolean;
};

/** @throws AppError `invalid` when an option is unknown, missing or not a number. */
export function readOptions(args: readonly string[]): DayOptions {
  try {
    const { values } = parseArgs({
      // `pnpm day -- --json` hands the two dashes on.
      args: args.filter((arg) => arg !== "--"),
      options: {
        help: { type: "boolean", short: "h", default: false },
        conversations: { type: "string" },
        json: { type: "boolean", default: false },
        concurrency: { type: "string", default: String(CONCURRENCY) },
        pace: { type: "string", default: String(PACE_S) },
        only: { type: "string" },
        verbose: { type: "boolean", default: false },
        transcripts: { type: "string" },
        start: { type: "boolean", default: false },
      },
    });
    const concurrency = Number(values.concurrency);
    if (!Number.isInteger(concurrency) || concurrency < 1) throw new Error("--concurrency wants a number from 1 on.");
    const paceS = Number(values.pace);
    if (!(paceS >= 0)) throw new Error("--pace wants seconds, 0 or more.");
    if (values.conversations === undefined && !values.help) throw new Error("--conversations wants a file.");
    return {
      ...values,
      conversations: values.conversations ?? "",
      concurrency,
      paceS,
      only: values.only === undefined ? null : values.only.split(",").map((id) => id.trim()),
      transcripts: values.transcripts ?? null,
    };
  } catch (cause) {
    throw new AppError("invalid", `${messageOf(cause)}\n\n${HELP}`, { cause });
  }
}
