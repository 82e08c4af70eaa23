import { createServer } from "node:http";
import { join } from "node:path";

import { NativeConnection, Worker } from "@temporalio/worker";
import { z } from "zod";

import { bareActivities } from "./bare-activities.ts";
import { BARE_QUEUE } from "./bare-names.ts";

const [port, address, namespace] = z.tuple([z.coerce.number(), z.string(), z.string()]).parse(process.argv.slice(2));

// Run as a program: a worker as the SDK's samples make one, with the limits of ours.
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue: BARE_QUEUE,
  workflowsPath: join(import.meta.dirname, "bare-workflow.ts"),
  activities: bareActivities,
  maxConcurrentActivityTaskExecutions: 50,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxCachedWorkflows: 300,
});
createServer((_request, response) => void response.end("{}")).listen(port, "127.0.0.1");
await worker.run();
process.exit();
