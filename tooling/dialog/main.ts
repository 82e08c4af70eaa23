import { messageOf } from "@botdeck/core";

import { WRONG_USAGE } from "./exit-codes.ts";

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS = new Map<string, () => Promise<Command>>([
  ["graph", async () => (await import("./run-graph.ts")).runGraph],
  ["test", async () => (await import("./run-test.ts")).runTest],
]);
const USAGE = `Looks at the dialogs of the bots.

  pnpm dialog graph    draws each of them
  pnpm dialog test     plays conversations that are written down

Each tells more with --help; docs/dialogs.md has all of it.
`;

try {
  const [name = "", ...args] = process.argv.slice(2);
  const load = COMMANDS.get(name);
  if (load === undefined) {
    const isAsked = name === "--help" || name === "-h";
    (isAsked ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = isAsked ? 0 : WRONG_USAGE;
  } else {
    process.exitCode = await (await load())(args);
  }
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = WRONG_USAGE;
}
