import { parseArgs } from "node:util";

import { createUndiciTransport } from "@botdeck/b24-client";
import { withOwnBots } from "@botdeck/bots/own-bots";
import { AppError } from "@botdeck/core";
import { connect, createPollerLocks, createPortals, createSecretBox } from "@botdeck/db";
import { appOf } from "@botdeck/portal-clients";
import { createLogger } from "@botdeck/telemetry";

import { loadEnv } from "./env.ts";
import { describeFindings, unseenOf } from "./recovery/describe-findings.ts";
import { recoverOnDemand } from "./recovery/recover-on-demand.ts";
import { recoveryDeps } from "./recovery/recovery-deps.ts";
import { printHelp, runCommand } from "./run-command.ts";

const HELP = `node apps/worker/src/recover.ts --since 2026-11-21T14:02 [--portal <domain or id>] [--dry-run]

Looks through dialogs, queues and records for what was missed since then, and puts it into the inbox; what is there
already stays as it is. After an outage of the gateway a worker does the same by itself. Without a zone the time is this
machine's. --dry-run says what is missing, and changes nothing.
Ends with 1 when some place could not be looked through.`;

type Asked = { since: Date; domain: string | null; isDryRun: boolean };

async function recover({ since, domain, isDryRun }: Asked): Promise<void> {
  const env = loadEnv(process.env);
  const definitions = await withOwnBots(env.BOTDECK_BOTS);
  const handle = connect(env.DATABASE_URL, { max: 4, applicationName: "botdeck-recover" });
  const locks = createPollerLocks(env.DATABASE_URL);
  const transport = createUndiciTransport({ staysPublic: !env.B24_PRIVATE_PORTALS });
  try {
    const box = createSecretBox(env.BOTDECK_SECRET_KEY);
    const portal = domain === null ? null : await createPortals(handle.db, box).named(domain);
    const settings = { lateAnswerHours: env.WORKER_LATE_ANSWER_HOURS, records: env.WORKER_PORTAL_RECORDS };
    const logger = createLogger({ name: "recover", level: "warn" });
    const deps = { ...recoveryDeps({ handle, box, transport, app: appOf(env), definitions, settings }), locks, logger };
    const findings = await recoverOnDemand({ since, onlyPortalId: portal?.id ?? null, isDryRun }, deps);
    process.stdout.write(describeFindings(findings, isDryRun));
    if (unseenOf(findings).length > 0) process.exitCode = 1;
  } finally {
    await transport.close();
    await locks.close();
    await handle.close();
  }
}

// Run as a program: looks for what was missed since an instant.
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      since: { type: "string" },
      portal: { type: "string" },
      "dry-run": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true || values.since === undefined) {
    return printHelp(HELP, values.help === true);
  }
  const since = new Date(values.since);
  if (Number.isNaN(since.getTime()))
    throw new AppError("invalid", `--since ${values.since} is no time; write 2026-11-21T14:02`);
  await recover({ since, domain: values.portal ?? null, isDryRun: values["dry-run"] === true });
});
