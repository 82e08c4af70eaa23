import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { cacheFolder, startProcessGroup, withBuildLock } from "@botdeck/local-stack";

import { archiveClasses } from "./archive-classes.ts";

const POM = fileURLToPath(new URL("../../java/pom.xml", import.meta.url));

type Environment = Record<string, string | undefined>;

let found: Promise<string> | null = null;

/**
 * The launcher of Temporal's Java test server; its jars (38 MB) come from Maven Central once and are kept in our cache.
 * Looked for once in each process.
 *
 * @throws Error when Java or Maven is missing, or Maven cannot fetch.
 */
export function findJavaTestServer(environment: Environment): Promise<string> {
  found ??= prepareJavaTestServer(environment);
  return found;
}

async function prepareJavaTestServer(environment: Environment): Promise<string> {
  const version = await run("java", ["-version"]);
  const cache = cacheFolder(environment, "temporal-test-server");
  const folder = join(cache, digest(readFileSync(POM)));
  await withBuildLock(folder, { onWait: () => {} }, async () => {
    const unfinished = mkdtempSync(join(cache, "fetching-"));
    try {
      const goal = [
        "dependency:copy-dependencies",
        `-DoutputDirectory=${join(unfinished, "lib")}`,
        "-DincludeScope=runtime",
      ];
      await run("mvn", ["--batch-mode", "--quiet", "--file", POM, ...goal]);
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  });

  // Of this Java and these jars: another Java would refuse the classes.
  const launcherFolder = `${folder}-${digest(version + launcherOf(folder))}`;
  await withBuildLock(launcherFolder, { onWait: () => {} }, async () => {
    const unfinished = mkdtempSync(join(cache, "starting-"));
    try {
      const launcher = join(unfinished, "test-server");
      writeFileSync(launcher, launcherOf(folder), { mode: 0o755 });
      await archiveClasses(launcher, join(unfinished, "classes.jsa"));
      renameSync(unfinished, launcherFolder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  });
  return join(launcherFolder, "test-server");
}

/** Takes the classes from the archive beside it, where there is one. `exec`, because the SDK ends only its direct child. */
function launcherOf(folder: string): string {
  return `#!/bin/sh
archive=$(dirname "$0")/classes.jsa
if [ -e "$archive" ]; then classes=-XX:SharedArchiveFile=$archive; else classes=\${ARCHIVE_TO:+-XX:ArchiveClassesAtExit=$ARCHIVE_TO}; fi
exec java \${classes:+"$classes"} -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -cp '${folder}/lib/*' io.temporal.testserver.TestServer "$@"
`;
}

const digest = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex").slice(0, 12);

/** @returns What it printed. */
async function run(file: string, args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const group = await startProcessGroup({ file, args, cwd: dirname(POM) }, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${lines.slice(0, 3).join(" ")}`);
  return lines.join("\n");
}
