import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { findDeadLinks } from "./find-dead-links.ts";

// Run as a program by verify: names every link in the documents that leads nowhere.
const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const documents = globSync("{*.md,{docs,apps,packages,tooling,infra}/**/*.md}", {
  cwd: repository,
  exclude: (path) => path === "node_modules" || path === "dist" || path === "test-results",
});
const lines = documents.flatMap((file) =>
  findDeadLinks(repository, file, readFileSync(join(repository, file), "utf8")).map(
    ({ line, target }) => `${file}:${line} leads to ${target}, which is not there`,
  ),
);
for (const line of lines) process.stderr.write(`${line}\n`);
process.exitCode = lines.length > 0 ? 1 : 0;
