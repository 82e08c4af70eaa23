import { freePort, startProcessGroup, waitUntil } from "@botdeck/local-stack";
import { TestWorkflowEnvironment } from "@temporalio/testing";

const TIMEOUT_MS = 30_000;

/**
 * Has Java keep the classes of a server that led a workflow as they are in memory, so that each later one starts in a
 * third of the time. Where that fails, servers start as ever.
 *
 * @param launcher Starts a server on the port it is given, and archives its classes at its end in the file `ARCHIVE_TO`.
 */
export async function archiveClasses(launcher: string, archive: string): Promise<void> {
  const port = await freePort();
  const server = await startProcessGroup(
    { file: launcher, args: [String(port)], env: { ARCHIVE_TO: archive } },
    () => {},
  );
  await waitUntil(() => leadWorkflow(`127.0.0.1:${port}`).catch(() => false), { timeoutMs: TIMEOUT_MS });
  await server.stop({ killAfterMs: TIMEOUT_MS });
}

async function leadWorkflow(address: string): Promise<boolean> {
  const environment = await TestWorkflowEnvironment.createFromExistingServer({ address });
  try {
    const options = { taskQueue: "nobody", workflowId: "archived" };
    const handle = await environment.client.workflow.start("archived", options);
    await handle.signal("heard");
    await handle.describe();
    await handle.terminate();
    return true;
  } finally {
    await environment.teardown();
  }
}
