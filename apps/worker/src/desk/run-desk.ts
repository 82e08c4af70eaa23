import { parseArgs } from "node:util";

import { AppError, redact, redactText } from "@botdeck/core";
import {
  ALL_DEAD,
  COMMAND_ACTOR,
  countCauses,
  type DatabaseHandle,
  discardLetters,
  findDeadLetter,
  type LetterFilter,
  type LettersChanged,
  listAudit,
  listDeadLetters,
  restoreLetters,
} from "@botdeck/db";
import { z } from "zod";

import { causeLine, letterLine, letterText } from "./letter-lines.ts";
import { replay } from "./replay.ts";
import type { Terminal } from "./terminal.ts";

/** Letters that one command lists or lets run at most. */
const LETTERS = 500;

export const DESK_HELP = `node apps/worker/src/dead-letters.ts                     lists what could not be done, oldest first, and its causes
  --show ID                                  one letter whole: payload, chain, deliveries, what stands behind it
  --replay ID… | --replay --cause CAUSE      shows what would happen, asks, and lets it run once more
  --discard ID… --reason TEXT                sets it aside; kept for its time
  --restore ID…                              takes a discarded one back

  --cause CAUSE    only letters of this cause          --discarded   lists what was set aside
  --dry-run        shows what a replay would do        --json        one object a line
  --yes            does not ask                        --accept-twice  lets run what may happen a second time

Needs DATABASE_URL. A running worker takes what is replayed within a second.
`;

/** What the command does with letters; it lists them without one of these. */
const VERBS = ["show", "replay", "discard", "restore"] as const;

const OPTIONS = {
  show: { type: "boolean" },
  replay: { type: "boolean" },
  discard: { type: "boolean" },
  restore: { type: "boolean" },
  reason: { type: "string" },
  cause: { type: "string" },
  discarded: { type: "boolean" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean" },
  "accept-twice": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** True when the arguments of the command ask for its help. */
export function isHelpAsked(args: string[]): boolean {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true }).values.help === true;
}

type Db = DatabaseHandle["db"];
type Print = Terminal["print"];

/**
 * Does what the arguments of the command say.
 *
 * @returns False when something stayed as it was.
 * @throws AppError `invalid` that says what is wrong with them.
 */
export async function runDesk(db: Db, args: string[], terminal: Terminal): Promise<boolean> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const ids = [...new Set(positionals)];
  const { print } = terminal;
  for (const id of ids) {
    if (!z.uuid().safeParse(id).success) throw new AppError("invalid", `${id} is not an id of a dead letter`);
  }
  const verbs = VERBS.filter((verb) => values[verb] === true);
  if (verbs.length > 1) {
    throw new AppError("invalid", `One thing at a time: --${verbs.join(" or --")}? Nothing was done`);
  }
  if (values["dry-run"] === true && values.replay !== true) {
    throw new AppError("invalid", "--dry-run shows what a --replay would do; nothing was done");
  }
  const filter = { ...ALL_DEAD, causeId: values.cause ?? null };
  if (values.replay === true) {
    const asked = ids.length > 0 || values.cause === undefined ? ids : await idsOf(db, filter);
    if (asked.length === 0 && values.cause !== undefined) {
      throw new AppError(
        "not_found",
        `No dead letter has the cause ${values.cause}; the list shows the causes that there are`,
      );
    }
    return replay(db, {
      ids: named(asked, "--replay"),
      acceptsTwice: values["accept-twice"] === true,
      isDryRun: values["dry-run"] === true,
      terminal: values.yes === true ? { ...terminal, confirm: () => Promise.resolve(true) } : terminal,
    });
  }
  if (values.show === true) return show(db, named(ids, "--show"), values.json === true, print);
  if (values.discard === true) {
    const reason = values.reason?.trim() ?? "";
    if (reason.length < 3) throw new AppError("invalid", "Say why in --reason, in three letters at least");
    return told(
      await discardLetters(db, { ids: named(ids, "--discard"), reason, actor: COMMAND_ACTOR }),
      "discarded",
      print,
    );
  }
  if (values.restore === true) {
    return told(await restoreLetters(db, { ids: named(ids, "--restore"), actor: COMMAND_ACTOR }), "back", print);
  }
  if (ids.length > 0) throw new AppError("invalid", `What is to be done with ${ids.join(", ")}?\n\n${DESK_HELP}`);
  return list(db, { ...filter, state: values.discarded === true ? "discarded" : "dead" }, values.json === true, print);
}

function named(ids: string[], option: string): string[] {
  if (ids.length === 0)
    throw new AppError("invalid", `${option} needs ids of dead letters; the list without it shows them`);
  return ids;
}

async function idsOf(db: Db, filter: LetterFilter): Promise<string[]> {
  const { rows } = await listDeadLetters(db, filter, { order: "oldest", after: null, limit: LETTERS });
  return rows.map(({ id }) => id);
}

async function list(db: Db, filter: LetterFilter, isJson: boolean, print: Print): Promise<boolean> {
  const { rows, next } = await listDeadLetters(db, filter, { order: "oldest", after: null, limit: LETTERS });
  for (const letter of rows) {
    const why = letter.state === "discarded" ? await discardReason(db, letter.id) : null;
    if (isJson) print(JSON.stringify(redact(why === null ? letter : { ...letter, discardReason: why })));
    else print(letterLine(letter) + (why === null ? "" : `; discarded: ${redactText(why)}`));
  }
  if (isJson) return true;
  if (next !== null) print(`… and more: these are the first ${LETTERS}`);
  if (rows.length === 0) print(filter.state === "dead" ? "Nothing waits for a person." : "Nothing is set aside.");
  for (const cause of await countCauses(db, filter)) print(causeLine(cause));
  return true;
}

/** What was said by whoever set it aside last; null when the act is not kept any more. */
async function discardReason(db: Db, id: string): Promise<string | null> {
  const acts = await listAudit(db, { action: "deadLetter.discard", subjectId: id }, { after: null, limit: 1 });
  const reason = acts.rows[0]?.detail["reason"];
  return typeof reason === "string" ? reason : null;
}

async function show(db: Db, ids: string[], isJson: boolean, print: Print): Promise<boolean> {
  for (const id of ids) {
    const letter = await findDeadLetter(db, id);
    if (letter === null) throw new AppError("not_found", `${id}: there is no such dead letter`);
    print(isJson ? JSON.stringify(redact(letter)) : letterText(letter));
  }
  return true;
}

function told({ changed, refused }: LettersChanged, word: string, print: Print): boolean {
  for (const id of changed) print(`${id}: ${word}`);
  for (const { id, reason } of refused) print(`${id}: ${reason}`);
  return refused.length === 0;
}
