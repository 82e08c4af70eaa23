import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { messageOf } from "@botdeck/core";
import { findTemporalCli, startProcessGroup } from "@botdeck/local-stack";

import { toolEnvironment } from "../tool-environment.ts";
import { findTestedPackages, type TestedPackage } from "./packages.ts";
import { runPackageTests } from "./run-package.ts";
import { addUp, formatTotals, type VitestReport } from "./totals.ts";

const HELP = `Runs every test of the repository, those in a browser too.

  pnpm test                  all packages
  pnpm test worker console   the packages whose names contain one of these
`;
/** Packages side by side. Each may run a Postgres, a browser and a worker of its own. */
const CONCURRENCY = 2;

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const env = {
  ...toolEnvironment(repository, process.env),
  NO_COLOR: "1",
  NODE_ENV: "test",
  // Hundreds of programs are started, which all read the same modules: each is compiled once.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(repository, "node_modules", ".cache", "compiled"),
};
const stopping = new AbortController();
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    process.stdout.write(HELP);
    return 0;
  }
  const packages = findTestedPackages(repository, args);
  // Got beside the tests that do not need it: without a download it is built, which takes minutes the first time.
  const temporal = findTemporalCli({ environment: process.env, signal: stopping.signal });
  await buildOnce();

  const reports: (VitestReport | null)[] = [];
  const waiting = [...packages];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined && !stopping.signal.aborted; next = waiting.shift()) {
      if (next.usesTemporal) await temporal;
      reports.push(await runAndShow(next));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));

  const found = await temporal;
  if (!found.ok) say(`${found.reason} Tests that need a real server were skipped. ${found.advice}`);
  const totals = addUp(reports);
  say(formatTotals(totals));
  return totals.failed > 0 || totals.passed === 0 || stopping.signal.aborted ? 1 : 0;
}

/** The browser tests open the built pages. */
async function buildOnce(): Promise<void> {
  const lines: string[] = [];
  const build = await startProcessGroup({ file: "turbo", args: ["run", "build"], cwd: repository, env }, (line) =>
    lines.push(line),
  );
  const { code } = await build.exited;
  if (code !== 0) throw new Error(`${lines.join("\n")}\nThe build failed, so no test was run.`);
}

/** Shows a package's output in one piece when it is done, so that two side by side do not mix. */
async function runAndShow(tested: TestedPackage): Promise<VitestReport | null> {
  const lines: string[] = [];
  const report = await runPackageTests(tested, { env, signal: stopping.signal, onLine: (line) => lines.push(line) });
  say(`\n${tested.name}`);
  say(lines.join("\n"));
  return report;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopping.abort());
try {
  process.exitCode = await main();
} catch (error) {
  say(messageOf(error));
  say(formatTotals({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = 1;
}
process.exit();
