import { on } from "node:events";
import { Worker } from "node:worker_threads";

import type { Example, ExamplesComparison } from "@botdeck/dialog";

export type ModelTask =
  | { kind: "train"; examples: readonly Example[] }
  | { kind: "compare"; before: readonly Example[]; after: readonly Example[] };

/** What a thread says: how much is done, from 0 to 1, and at last what came out. */
export type ThreadWord = { kind: "progress"; share: number } | { kind: "answer"; answer: unknown };

type Watch = {
  /** Ends it. */
  signal?: AbortSignal;
  /** Told how much is done, from 0 to 1. */
  onProgress?: (share: number) => void;
};

/** Trains a model in a thread of its own: it takes seconds, in which no event may wait. @returns The model's bytes. */
export async function trainInThread(examples: readonly Example[]): Promise<Uint8Array> {
  return (await run({ kind: "train", examples })) as Uint8Array; // safe: the thread answers this task with them
}

/** `compareExamples` in a thread of its own. */
export async function compareInThread(
  before: readonly Example[],
  after: readonly Example[],
  watch: Watch,
): Promise<ExamplesComparison> {
  return (await run({ kind: "compare", before, after }, watch)) as ExamplesComparison; // safe: as above
}

async function run(task: ModelTask, { signal, onProgress }: Watch = {}): Promise<unknown> {
  const thread = new Worker(new URL("model-thread.ts", import.meta.url), { workerData: task, execArgv: [] });
  try {
    const words = on(thread, "message", { close: ["exit"], ...(signal !== undefined && { signal }) });
    for await (const [word] of words as AsyncIterable<[ThreadWord]>) {
      // safe: model-thread.ts says nothing else
      if (word.kind === "answer") return word.answer;
      onProgress?.(word.share);
    }
    throw new Error("The thread ended without an answer");
  } finally {
    await thread.terminate();
  }
}
