import { messageOf } from "@botdeck/core";

import { benchClient } from "./client/bench-client.ts";
import { benchCommands } from "./commands/bench-commands.ts";
import { benchConsole } from "./console/bench-console.ts";
import { benchFanOut } from "./fan-out/bench-fan-out.ts";
import { benchIntake } from "./intake/bench-intake.ts";
import { benchPipeline } from "./pipeline/bench-pipeline.ts";
import { benchQueue } from "./queue/bench-queue.ts";
import { benchStorm } from "./storm/bench-storm.ts";
import { familyOf } from "./processor-time.ts";
import { benchWorkflows } from "./workflows/bench-workflows.ts";

type Bench = (args: readonly string[]) => Promise<void>;
const BENCHES = new Map<string, Bench>([
  ["client", benchClient],
  ["commands", benchCommands],
  ["console", benchConsole],
  ["fan-out", benchFanOut],
  ["intake", benchIntake],
  ["pipeline", benchPipeline],
  ["queue", benchQueue],
  ["storm", benchStorm],
  ["workflows", benchWorkflows],
]);
const USAGE = `pnpm bench NAME [--json] [--quick]; NAME is one of: ${[...BENCHES.keys()].join(", ")}`;

/** What a bench has started is in process groups of its own and would outlive a Ctrl-C; ended, it ends the bench, which clears up. */
function endStarted(): void {
  const started = familyOf(process.pid).filter(({ pid }) => pid !== process.pid);
  if (started.length === 0) process.exit(1);
  for (const { pid } of started) {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
  process.once("SIGINT", () => process.exit(1));
}
process.once("SIGINT", endStarted);
process.once("SIGTERM", endStarted);

try {
  const [name = "", ...args] = process.argv.slice(2);
  const bench = BENCHES.get(name);
  if (bench === undefined) {
    const isAsked = name === "--help" || name === "-h";
    (isAsked ? process.stdout : process.stderr).write(`${USAGE}\n`);
    process.exit(isAsked ? 0 : 2);
  }
  await bench(args);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
process.exit();
