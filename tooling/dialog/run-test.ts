import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { STAGES } from "@botdeck/bots/stages";
import { AppError } from "@botdeck/core";
import { type FileResult, runConversationFile } from "@botdeck/testing/conversation-file";

import { ALL_WELL, NOT_WELL } from "./exit-codes.ts";

const HELP = `Plays conversations that are written down, and tells which of them went otherwise.

  pnpm dialog test            those that come with the bots
  pnpm dialog test FILES…     these
  pnpm dialog test --json     prints a list with file, title, isPassed, line, reason and log

Exit codes: 0 all went as they are written, 1 some did not, 2 a file cannot be read; its line says why.
`;
const SHIPPED = "packages/bots/src/*/scripts/*.yaml";

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Plays what is asked for, and prints what came of it. @returns The exit code. */
export async function runTest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return ALL_WELL;
  }
  const files = positionals.length > 0 ? positionals : globSync(join(repository, SHIPPED)).toSorted();
  const results: FileResult[] = [];
  for (const file of files) {
    const result = await runConversationFile(relative(".", file), readText(file), STAGES);
    results.push(result);
    if (!values.json) process.stdout.write(linesOf(result));
  }
  const failed = results.filter(({ isPassed }) => !isPassed).length;
  if (values.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else process.stdout.write(`${results.length - failed} of ${results.length} went as they are written.\n`);
  return failed === 0 ? ALL_WELL : NOT_WELL;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError("not_found", `${file} cannot be read: give the path of a file that exists.`, { cause });
  }
}

function linesOf({ file, title, isPassed, line, reason, log }: FileResult): string {
  if (isPassed) return `ok    ${file}: ${title}\n`;
  const said = log.map((each) => `        ${each.replaceAll("\n", "\n          ")}\n`).join("");
  return `FAILED ${file}:${line}: ${title}\n      ${reason}\n      The conversation so far:\n${said}`;
}
