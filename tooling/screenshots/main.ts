import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { AppError, messageOf } from "@botdeck/core";
import { launchBrowser } from "@botdeck/testing/browser";

import { startOwnSystem } from "../smoke/own-system.ts";
import { keepSecrets } from "../start/secrets.ts";
import { looksOf } from "./looks.ts";
import { findPages } from "./pages.ts";
import { playMorning } from "./play-morning.ts";
import { seedHistory, untilHistoryIsCounted } from "./seed-history.ts";
import { seedLetters } from "./seed-letters.ts";
import { seedOnCall } from "./seed-on-call.ts";
import { shoot } from "./shoot.ts";
import { signIn } from "./sign-in.ts";

const HELP = `Starts a system of its own, plays a morning on it, and takes a picture of every page of the console: light and dark, on a
desktop and on a phone.

  pnpm screenshots                      into screenshots/
  pnpm screenshots --out DIR            into another folder
  pnpm screenshots --only quality       the pages whose names contain this
  pnpm screenshots --language ru        in Russian; en when left out
`;

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== "--"),
    options: {
      out: { type: "string", default: join(repository, "screenshots") },
      only: { type: "string", default: "" },
      language: { type: "string", default: "en" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { language } = values;
  if (language !== "en" && language !== "ru") throw new AppError("invalid", "--language is en or ru.");
  await mkdir(values.out, { recursive: true });

  say("starting a system");
  const system = await startOwnSystem(repository, () => {});
  const browser = await launchBrowser();
  try {
    const { emulatorUrl, consoleUrl, gatewayUrl, databaseUrl } = system.record;
    if (emulatorUrl === null) throw new AppError("invariant", "A system of its own has a demo portal.");
    const { demoPassword } = keepSecrets(system.home.secretsFile);
    const admin = await signIn(consoleUrl, "admin@botdeck.local", demoPassword);
    await seedHistory(databaseUrl);
    say("playing a morning");
    await playMorning({ emulatorUrl, gatewayUrl, console: admin, say });
    await seedLetters(databaseUrl);
    await seedOnCall(admin, say);
    say("waiting until the history is counted");
    await untilHistoryIsCounted(databaseUrl);
    const pages = (await findPages(admin)).filter(({ name }) => name.includes(values.only));
    if (pages.length === 0) throw new AppError("invalid", `No page is called "${values.only}".`);
    let taken = 0;
    for (const look of looksOf(language)) {
      for (const page of pages) {
        await shoot(browser, { consoleUrl, cookies: admin.cookies, look, page, folder: values.out });
        taken += 1;
      }
      say(`${look.name}: ${pages.length} pages`);
    }
    process.stdout.write(`${taken} pictures in ${values.out}\n`);
  } finally {
    await browser.close();
    await system.stop();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
process.exit();
