import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { cacheFolder, startProcessGroup, withBuildLock } from "@botdeck/local-stack";

const POM = fileURLToPath(new URL("../../java/pom.xml", import.meta.url));

// `exec`, because the SDK ends only its direct child.
const LAUNCHER = `#!/bin/sh
folder=$(cd "$(dirname "$0")" && pwd)
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -cp "$folder/lib/*" io.temporal.testserver.TestServer "$@"
`;

/**
 * The launcher of Temporal's Java test server; its jars (38 MB) come from Maven Central once and are kept in our cache.
 *
 * @throws Error when Java or Maven is missing, or Maven cannot fetch.
 */
export async function findJavaTestServer(environment: Record<string, string | undefined>): Promise<string> {
  await run("java", ["-version"]);
  const cache = cacheFolder(environment, "temporal-test-server");
  const folder = join(cache, createHash("sha256").update(readFileSync(POM)).digest("hex").slice(0, 12));
  await withBuildLock(folder, { onWait: () => {} }, async () => {
    const unfinished = mkdtempSync(join(cache, "fetching-"));
    try {
      const goal = [
        "dependency:copy-dependencies",
        `-DoutputDirectory=${join(unfinished, "lib")}`,
        "-DincludeScope=runtime",
      ];
      await run("mvn", ["--batch-mode", "--quiet", "--file", POM, ...goal]);
      writeFileSync(join(unfinished, "test-server"), LAUNCHER, { mode: 0o755 });
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  });
  return join(folder, "test-server");
}

async function run(file: string, args: readonly string[]): Promise<void> {
  const lines: string[] = [];
  const group = await startProcessGroup({ file, args, cwd: dirname(POM) }, (line) => lines.push(line));
  const { code } = await group.exited;
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${lines.slice(0, 3).join(" ")}`);
}
