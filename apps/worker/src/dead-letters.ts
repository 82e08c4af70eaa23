import { setTimeout as delay } from "node:timers/promises";

import { parseEnv } from "@botdeck/core";
import { connect } from "@botdeck/db";
import { z } from "zod";

import { confirm } from "./desk/confirm.ts";
import { DESK_HELP, isHelpAsked, runDesk } from "./desk/run-desk.ts";
import { printHelp, runCommand } from "./run-command.ts";

// Run as a program: the desk for dead letters, for whoever has the machine.
await runCommand(async () => {
  const args = process.argv.slice(2);
  // Help needs no database.
  if (isHelpAsked(args)) return printHelp(DESK_HELP, true);
  const env = parseEnv(z.object({ DATABASE_URL: z.url() }), process.env);
  const handle = connect(env.DATABASE_URL, { max: 4, applicationName: "botdeck-dead-letters" });
  const terminal = { print: (line: string) => void process.stdout.write(`${line}\n`), confirm, pause: delay };
  try {
    if (!(await runDesk(handle.db, args, terminal))) process.exitCode = 1;
  } finally {
    await handle.close();
  }
});
