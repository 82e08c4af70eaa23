import { messageOf } from "@botdeck/core";

type Evaluation = (args: readonly string[]) => Promise<number> | number;

/** Loaded when asked for: each brings its own libraries. */
const EVALUATIONS = new Map<string, () => Promise<Evaluation>>([
  ["nlu", async () => (await import("./run-nlu.ts")).runNlu],
  ["entities", async () => (await import("./run-entities.ts")).runEntities],
]);
const USAGE = `pnpm eval NAME [--help]; NAME is one of: ${[...EVALUATIONS.keys()].join(", ")}\n`;

try {
  const [name = "", ...args] = process.argv.slice(2);
  const load = EVALUATIONS.get(name);
  if (load === undefined) {
    const isAsked = name === "--help" || name === "-h";
    (isAsked ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = isAsked ? 0 : 2;
  } else {
    process.exitCode = await (await load())(args);
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
