import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { AppError, messageOf } from "@botdeck/core";

import { homeAt } from "../start/home.ts";
import { readRunning } from "../start/run-file.ts";
import { measureReply } from "./measure-reply.ts";
import { startOwnSystem } from "./own-system.ts";

const HELP = `Writes to the bot as a client and waits for its answer.

  pnpm smoke             with the system that runs here
  pnpm smoke --start     starts one for itself when none runs, and stops it again
  pnpm smoke --json      prints {"replyMs":…} and nothing else
`;

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      start: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const home = homeAt(process.env.BOTDECK_HOME || join(repository, ".botdeck"));
  const running = readRunning(home.runFile);
  if (running === null && !values.start) {
    throw new AppError(
      "unreachable",
      `No system runs on ${home.root}. Run "pnpm start" first, or "pnpm smoke --start".`,
    );
  }
  const own = running === null ? await startOwnSystem(repository, (line) => process.stderr.write(`${line}\n`)) : null;
  try {
    const emulatorUrl = (running ?? own?.record)?.emulatorUrl;
    if (emulatorUrl == null)
      throw new AppError("conflict", "A real portal is connected; only the demo portal can be written to.");
    const { replyMs, answer } = await measureReply(emulatorUrl);
    if (!values.json) process.stdout.write(`The bot answered "${answer}" after ${replyMs} ms.\n`);
    process.stdout.write(`${JSON.stringify({ replyMs })}\n`);
  } finally {
    await own?.stop();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
process.exit();
