import { AppError, messageOf } from "@botdeck/core";

import { benchClient } from "./client/bench-client.ts";

type Bench = (args: readonly string[]) => Promise<void>;
const BENCHES = new Map<string, Bench>([["client", benchClient]]);

try {
  const [name = "", ...args] = process.argv.slice(2);
  const bench = BENCHES.get(name);
  if (bench === undefined) {
    throw new AppError(
      "invalid",
      `pnpm bench NAME [--json] [--quick]; NAME is one of: ${[...BENCHES.keys()].join(", ")}`,
    );
  }
  await bench(args);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
process.exit();
