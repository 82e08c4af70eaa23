import { join } from "node:path";

import { runTask } from "../run-task.ts";
import { LoadOutcome, type LoadTask } from "./task.ts";

/** Runs one load in a process of its own. */
export const runLoadProcess = (task: LoadTask): Promise<LoadOutcome> =>
  runTask(join(import.meta.dirname, "main.ts"), task, LoadOutcome);
