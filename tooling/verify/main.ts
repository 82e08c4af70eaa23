import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { messageOf } from "@botdeck/core";
import { startProcessGroup } from "@botdeck/local-stack";
import pc from "picocolors";

import { toolEnvironment } from "../tool-environment.ts";

/** Each check, the command that makes it, and what repairs it. None needs a database. */
const CHECKS = [
  { name: "format", command: ["oxfmt", "--check"], repair: "pnpm format" },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"], repair: "pnpm lint --fix" },
  { name: "boundaries", command: ["turbo", "boundaries", "--no-color"], repair: "see the tags in turbo.json" },
  { name: "types", command: ["turbo", "run", "typecheck", "--output-logs=errors-only"] },
  { name: "versions", command: ["sherif"] },
  { name: "dead code", command: ["knip"] },
  { name: "doc links", command: [process.execPath, join(import.meta.dirname, "doc-links.ts")] },
] as const;

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const env = { ...toolEnvironment(repository, process.env), NO_COLOR: "1" };

/** Runs the command and returns its output when it fails, null when all is well. */
async function failureOf([file, ...args]: readonly [string, ...string[]]): Promise<string | null> {
  const lines: string[] = [];
  try {
    const check = await startProcessGroup({ file, args, cwd: repository, env }, (line) => lines.push(line));
    return (await check.exited).code === 0 ? null : lines.join("\n");
  } catch (error) {
    return messageOf(error);
  }
}

const failures: string[] = [];
for (const check of CHECKS) {
  const startedAt = performance.now();
  const failure = await failureOf(check.command);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const state = failure === null ? pc.green("ok    ") : pc.red("failed");
  process.stdout.write(`  ${check.name.padEnd(12)} ${state} ${seconds} s\n`);
  if (failure === null) continue;
  const repair = "repair" in check ? `To repair: ${check.repair}\n` : "";
  failures.push(`${pc.bold(check.name)}\n${failure}\n${repair}`);
}
if (failures.length > 0) process.stdout.write(`\n${failures.join("\n")}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
