import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { type EntityPhrase, entityPhraseSchema, type EntityScore, scoreEntities } from "./entities-score.ts";

const USAGE = `pnpm eval entities --test FILE [--errors] [--json]

  FILE holds one JSON object per line: text, kind (date, range, phone, order, name), expected, direction (past, future), ref.
  --errors also prints the phrases that were read wrongly.
`;

/** How many of the file's phrases are read right, printed by kind. Gives the exit code: 2 for arguments or a file that cannot be used. */
export function runEntities(argv: readonly string[]): number {
  const options = readOptions(argv);
  if (!options?.test) {
    (options?.help ? process.stdout : process.stderr).write(USAGE);
    return options?.help ? 0 : 2;
  }
  const phrases = readPhrases(options.test);
  if (typeof phrases === "string") {
    process.stderr.write(`${phrases}\n`);
    return 2;
  }
  const score = scoreEntities(phrases);
  process.stdout.write(options.json ? `${asJson(score, options.errors)}\n` : asLines(score, options.errors));
  return 0;
}

function readOptions(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        test: { type: "string" },
        errors: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch {
    return null;
  }
}

/** The phrases, or what is wrong with the file. */
function readPhrases(file: string): EntityPhrase[] | string {
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return `${file} cannot be read: give the path of a file that exists.`;
  }
  const phrases: EntityPhrase[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const phrase = entityPhraseSchema.safeParse(parsed(line));
    if (!phrase.success)
      return `${file}, line ${index + 1} is no phrase: ${phrase.error.issues[0]?.message ?? "not JSON"}.`;
    phrases.push(phrase.data);
  }
  return phrases;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function asJson({ kinds, total, misses }: EntityScore, errors: boolean): string {
  return JSON.stringify({ ...kinds, total, ...(errors && { misses }) });
}

function asLines({ kinds, total, misses }: EntityScore, errors: boolean): string {
  const shares = Object.entries({ ...kinds, total }).map(
    ([kind, share]) => `${kind.padEnd(8)}${share.right}/${share.total}`,
  );
  const wrong = misses.map(
    ({ text, kind, expected, found }) =>
      `${kind}: ${text}\n  expected ${expected}, found ${found.join(", ") || "nothing"}`,
  );
  return `${[...shares, ...(errors ? wrong : [])].join("\n")}\n`;
}
