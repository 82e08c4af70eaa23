import { parentPort, workerData } from "node:worker_threads";

import { compareExamples, trainEmbedded } from "@botdeck/dialog";

import type { ModelTask } from "./in-model-thread.ts";

const task = workerData as ModelTask; // safe: given by in-model-thread.ts
parentPort?.postMessage(
  task.kind === "train" ? trainEmbedded(task.examples).toBytes() : compareExamples(task.before, task.after),
);
