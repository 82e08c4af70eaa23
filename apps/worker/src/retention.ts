import { parseArgs } from "node:util";

import { connect, databaseNow } from "@botdeck/db";

import { loadEnv } from "./env.ts";
import { printHelp, runCommand } from "./run-command.ts";
import { applyRetention } from "./upkeep/apply-retention.ts";
import { retentionDaysOf } from "./upkeep/retention-days-of.ts";

const HELP = `node apps/worker/src/retention.ts              removes what is kept no longer, as the worker does every hour
node apps/worker/src/retention.ts --dry-run    says what would go

How long things are kept is said by the worker's variables WORKER_KEEP_…_DAYS.`;

// Run as a program: the worker's upkeep, now.
await runCommand(async () => {
  const { values } = parseArgs({
    options: { "dry-run": { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) return printHelp(HELP, true);
  const env = loadEnv(process.env);
  const days = retentionDaysOf(env);
  const isDryRun = values["dry-run"] === true;
  const handle = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-retention" });
  try {
    const gone = await applyRetention(handle.db, { days, now: await databaseNow(handle.db), isDryRun });
    const lines = Object.entries(gone).map(
      ([name, count]) => `${name}: ${count}${isDryRun ? " would go" : " removed"}`,
    );
    process.stdout.write(`${lines.length > 0 ? lines.join("\n") : "Nothing is kept too long."}\n`);
  } finally {
    await handle.close();
  }
});
