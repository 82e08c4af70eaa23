import { parentPort, workerData } from "node:worker_threads";

import { compareExamples, trainEmbedded } from "@botdeck/dialog";

import type { ModelTask, ThreadWord } from "./in-model-thread.ts";

const task = workerData as ModelTask; // safe: given by in-model-thread.ts
const tell = (word: ThreadWord) => parentPort?.postMessage(word);
tell({
  kind: "answer",
  answer:
    task.kind === "train"
      ? trainEmbedded(task.examples).toBytes()
      : compareExamples(task.before, task.after, undefined, (share) => tell({ kind: "progress", share })),
});
