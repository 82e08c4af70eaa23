import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { AppError, messageOf } from "@botdeck/core";

import { homeAt } from "../start/home.ts";
import { DEMO_CLIENT_ID } from "../start/programs.ts";
import { readRunning } from "../start/run-file.ts";
import { keepSecrets } from "../start/secrets.ts";

const HELP = `Runs a command of the worker on the system that runs here.

  pnpm operate connect --portal <webhook address>   puts the bots on a portal
  pnpm operate authorize --portal <domain>          prints a link that renews an authorisation
  pnpm operate set-limit --portal <domain> --limit enterprise
  pnpm operate set-rights --portal <domain> --rights person|owner
                                                    says with whose rights bots act where only a webhook connects
  pnpm operate set-pkce --portal <domain> --pkce on|off
                                                    says whether links for authorising carry a code challenge
  pnpm operate add-hook --portal <domain> --bot <code>
                                                    makes an address for Alertmanager or another system to post to
  pnpm operate set-hook --hook <id> …               says how its posts are read, and where they go
  pnpm operate test-hook --hook <id>                posts what its source would post
  pnpm operate set-rota --portal <domain> --config <file>
                                                    says who is on call when
  pnpm operate set-policy --portal <domain> --config <file>
                                                    says who is paged for alerts, in which order
  pnpm operate set-order-source --portal <domain> --config <file>
                                                    says where the orders of the portal's clients are
  pnpm operate set-nlu-provider --portal <domain> --config <file>
                                                    says who is asked what clients mean, where the bot is not sure
  pnpm operate set-bot-settings --portal <domain> --bot <code> --set <field>=<value> …
                                                    says how a bot works on a portal; --show prints how it does
  pnpm operate outcomes                             tells how much the bots solved without a person, and how fast
  pnpm operate dead-letters                         lists what could not be done, and does it again
  pnpm operate retention                            removes what is kept too long; --dry-run only says what
  pnpm operate erase --portal <domain> --person <id>   erases what is kept of a person
  pnpm operate recover --since 2026-11-21T14:02     looks for what was missed since then

Each tells more with --help. Elsewhere the same commands are apps/worker/src/<command>.ts, with the worker's variables.
`;
const COMMANDS = new Set([
  "connect",
  "authorize",
  "set-limit",
  "set-rights",
  "set-pkce",
  "add-hook",
  "set-hook",
  "test-hook",
  "set-rota",
  "set-policy",
  "set-order-source",
  "set-nlu-provider",
  "set-bot-settings",
  "outcomes",
  "dead-letters",
  "recover",
  "retention",
  "erase",
]);

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @returns The exit code of the command. */
async function operate([command, ...args]: string[]): Promise<number> {
  if (command === undefined || command === "--help" || command === "-h") {
    process.stdout.write(HELP);
    return 0;
  }
  if (!COMMANDS.has(command)) throw new AppError("invalid", `There is no command ${command}.\n\n${HELP}`);
  const script = join(repository, `apps/worker/src/${command}.ts`);
  if (args.includes("--help") || args.includes("-h")) return run(script, args, process.env);
  const home = homeAt(process.env.BOTDECK_HOME || join(repository, ".botdeck"));
  const running = readRunning(home.runFile);
  if (running === null) throw new AppError("unreachable", `No system runs on ${home.root}. Run "pnpm start" first.`);
  const secrets = keepSecrets(home.secretsFile);
  const env = {
    ...process.env,
    DATABASE_URL: running.databaseUrl,
    BOTDECK_SECRET_KEY: secrets.secretKey,
    GATEWAY_PUBLIC_URL: running.gatewayUrl,
    B24_PRIVATE_PORTALS: "true",
    ...(running.emulatorUrl !== null && {
      B24_CLIENT_ID: DEMO_CLIENT_ID,
      B24_CLIENT_SECRET: secrets.demoClientSecret,
    }),
  };
  return run(script, args, env);
}

/** @returns The exit code of the program. */
function run(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await operate(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
