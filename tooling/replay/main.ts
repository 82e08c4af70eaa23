import { messageOf } from "@botdeck/core";

import { WRONG_USAGE } from "../dialog/exit-codes.ts";
import { runExport } from "./run-export.ts";
import { runReplay } from "./run-replay.ts";

try {
  const [first, ...rest] = process.argv.slice(2);
  process.exitCode = first === "export" ? await runExport(rest) : await runReplay(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = WRONG_USAGE;
}
