import { parseArgs } from "node:util";

import { AppError } from "@botdeck/core";
import { connect, createPortals, createSecretBox, databaseNow, OUTCOME_GROUP, type OutcomeGroup } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { beginOf } from "./outcome-report/begin-of.ts";
import { readReport } from "./outcome-report/read-report.ts";
import { DEFINITION, reportLines } from "./outcome-report/report-lines.ts";
import { printHelp, runCommand } from "./run-command.ts";

/** By id a bot tells nothing to a person: --bot is for that. */
const GROUPS = OUTCOME_GROUP.filter((group) => group !== "bot");

const HELP = `node apps/worker/src/outcomes.ts [--portal <domain or id>] [--bot <code>] [--since 7d] [--by ${GROUPS.join("|")}] [--json]

Says what came of clients' visits that were decided since then (24h, 7d, 4w, or an instant):
how many were solved, went to a person or were given up, how long clients waited, how they rated it.
  ${DEFINITION}
docs/client-bots.md, What is counted, explains the words. With --json times are in milliseconds and shares from 0 to 1.`;

type Options = {
  portal?: string | undefined;
  bot?: string | undefined;
  since: string;
  by?: string | undefined;
  json: boolean;
};

// Run as a program: prints how much the bots contained.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      portal: { type: "string" },
      bot: { type: "string" },
      since: { type: "string", default: "7d" },
      by: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true) return printHelp(HELP, true);
  return await printOutcomes(values);
});

async function printOutcomes({ portal, bot, since, by, json }: Options): Promise<void> {
  if (by !== undefined && !isGroup(by)) throw new AppError("invalid", `--by is ${GROUPS.join(", ")}, not ${by}`);
  const env = loadEnv(process.env);
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-outcomes" });
  try {
    const to = await databaseNow(handle.db);
    const asked = { domain: portal ?? null, botCode: bot ?? null, from: beginOf(since, to), to, by: by ?? null };
    const portals = createPortals(handle.db, createSecretBox(env.BOTDECK_SECRET_KEY));
    const report = await readReport(handle.db, portals, asked);
    process.stdout.write(`${json ? JSON.stringify(report) : reportLines(report).join("\n")}\n`);
  } finally {
    await handle.close();
  }
}

function isGroup(text: string): text is OutcomeGroup {
  return GROUPS.some((group) => group === text);
}
