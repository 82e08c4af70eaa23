import { setTimeout as sleep } from "node:timers/promises";

import { cacheFolder, findTemporalCli } from "@botdeck/local-stack";
import { TestWorkflowEnvironment } from "@temporalio/testing";

import { findJavaTestServer } from "./java-server.ts";

type Environment = Record<string, string | undefined>;

const DOWNLOAD_TIMEOUT_MS = 30_000;
const JAVA_STARTS = 3;

/** Each way to get a server for workflow tests, best first. Each throws where this machine cannot. */
export const ENVIRONMENTS = {
  "sdk-time-skipping": async (environment: Environment) => {
    const downloadDir = cacheFolder(environment, "temporal-test-server");
    const created = TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: "cached-download", downloadDir, version: "default" } },
    });
    const tooLate = sleep(DOWNLOAD_TIMEOUT_MS, undefined, { ref: false }).then(() => {
      throw new Error("the download took too long");
    });
    return await Promise.race([created, tooLate]);
  },

  "java-time-skipping": async (environment: Environment) => {
    const path = await findJavaTestServer(environment);
    for (let start = 1; ; start++) {
      try {
        return await TestWorkflowEnvironment.createTimeSkipping({
          server: { executable: { type: "existing-path", path } },
        });
      } catch (error) {
        // The SDK waits five seconds for the JVM, which a busy machine may take to start it.
        if (start === JAVA_STARTS) throw error;
      }
    }
  },

  "short-durations": async (environment: Environment) => {
    const cli = await findTemporalCli({ environment });
    if (!cli.ok) throw new Error(`${cli.reason} ${cli.advice}`);
    return await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: "existing-path", path: cli.path }, log: { format: "text", level: "error" } },
    });
  },
} satisfies Record<string, (environment: Environment) => Promise<TestWorkflowEnvironment>>;

export type EnvironmentKind = keyof typeof ENVIRONMENTS;
