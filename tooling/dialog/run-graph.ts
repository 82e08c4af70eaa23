import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { LANGUAGES, type Language } from "@botdeck/dialog";
import { graphOf } from "@botdeck/dialog/graph";

import { botDialogs } from "./bot-dialogs.ts";
import { drawPages } from "./draw-pages.ts";
import { ALL_WELL, WRONG_USAGE } from "./exit-codes.ts";

const HELP = `Draws the dialogs of the bots.

  pnpm dialog graph                  an SVG for each dialog, and an index.html with all of them, into .botdeck/dialogs
  pnpm dialog graph --bot store      those of one bot
  pnpm dialog graph --dialog NAME    this one only, such as orderStatus
  pnpm dialog graph --out FOLDER     into another folder
  pnpm dialog graph --language ru    with Russian words
  pnpm dialog graph --json           writes no file, and prints nodes and edges

Exit codes: 0 drawn, 2 there is no such bot or dialog, or it could not be written.
`;

/** Draws what is asked for, and prints the files. @returns The exit code. */
export async function runGraph(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      bot: { type: "string" },
      dialog: { type: "string" },
      out: { type: "string", default: ".botdeck/dialogs" },
      language: { type: "string", default: "en" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return ALL_WELL;
  }
  const language = languageOf(values.language);
  const found = botDialogs({ bot: values.bot ?? null, dialog: values.dialog ?? null });
  if (found.length === 0) {
    const known = botDialogs({ bot: null, dialog: null }).map(({ bot, dialog }) => `${bot.code} ${dialog.name}`);
    process.stderr.write(`There is no such dialog. There are: ${known.join(", ")}.\n`);
    return WRONG_USAGE;
  }
  if (values.json) {
    const graphs = found.map(({ bot, dialog }) => ({
      bot: bot.code,
      ...graphOf(dialog, { hasOperators: bot.kind === "client" }),
    }));
    process.stdout.write(`${JSON.stringify(graphs, null, 2)}\n`);
    return ALL_WELL;
  }
  mkdirSync(values.out, { recursive: true });
  for (const { name, content } of drawPages(found, language)) {
    const file = join(values.out, name);
    writeFileSync(file, content);
    process.stdout.write(`${relative(".", file)}\n`);
  }
  return ALL_WELL;
}

function languageOf(wanted: string): Language {
  const language = LANGUAGES.find((each) => each === wanted);
  if (language !== undefined) return language;
  throw new AppError("invalid", `There are no words in "${wanted}"; choose one of ${LANGUAGES.join(", ")}.`);
}
