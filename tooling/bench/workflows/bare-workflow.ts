import { condition, defineSignal, proxyActivities, setHandler } from "@temporalio/workflow";

import type { BareActivities } from "./bare-activities.ts";
import { BARE_ANSWERED } from "./bare-names.ts";

const WAIT = "4 hours";
const activities = proxyActivities<BareActivities>({ startToCloseTimeout: "8 s" });
const answered = defineSignal<[string]>(BARE_ANSWERED);

/**
 * As many steps as a return that a manager declines: three questions with their answers, the last words, a task, the decision,
 * what is told of it, an end. Its activities do nothing.
 */
export async function bareFlow(): Promise<string> {
  const answers: string[] = [];
  setHandler(answered, (answer) => void answers.push(answer));
  for (const question of ["reason", "photo", "confirm"]) {
    await activities.step(question);
    await hear();
  }
  await activities.step("accepted");
  await activities.step("task");
  await hear();
  for (const step of ["told", "comment", "end"]) await activities.step(step);
  return "done";

  async function hear(): Promise<void> {
    await condition(() => answers.length > 0, WAIT);
    answers.shift();
  }
}
