import { messageOf } from "@botdeck/core";
import { TestWorkflowEnvironment } from "@temporalio/testing";

// A program of its own (see temporal-download.ts): node temporal-download-main.ts <folder>
const downloadDir = process.argv[2];
if (downloadDir === undefined) throw new Error("The folder to download to is missing.");
try {
  const server = await TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: "cached-download", downloadDir, version: "default" },
      log: { format: "text", level: "error" },
    },
  });
  await server.teardown();
} catch (error) {
  process.stderr.write(`${messageOf(error).split("\n")[0] ?? ""}\n`);
  process.exitCode = 1;
}
