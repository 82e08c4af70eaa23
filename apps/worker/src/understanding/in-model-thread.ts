import { once } from "node:events";
import { Worker } from "node:worker_threads";

import type { Example, ExamplesComparison } from "@botdeck/dialog";

export type ModelTask =
  | { kind: "train"; examples: readonly Example[] }
  | { kind: "compare"; before: readonly Example[]; after: readonly Example[] };

/** Trains a model in a thread of its own: it takes seconds, in which no event may wait. @returns The model's bytes. */
export async function trainInThread(examples: readonly Example[]): Promise<Uint8Array> {
  return (await run({ kind: "train", examples })) as Uint8Array; // safe: the thread answers this task with them
}

/** `compareExamples` in a thread of its own. @param signal Ends it. */
export async function compareInThread(
  before: readonly Example[],
  after: readonly Example[],
  signal?: AbortSignal,
): Promise<ExamplesComparison> {
  return (await run({ kind: "compare", before, after }, signal)) as ExamplesComparison; // safe: as above
}

async function run(task: ModelTask, signal?: AbortSignal): Promise<unknown> {
  const thread = new Worker(new URL("model-thread.ts", import.meta.url), { workerData: task, execArgv: [] });
  try {
    const [answer] = (await once(thread, "message", signal === undefined ? {} : { signal })) as unknown[];
    return answer;
  } finally {
    await thread.terminate();
  }
}
