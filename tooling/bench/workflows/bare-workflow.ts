import { condition, defineSignal, proxyActivities, setHandler } from "@temporalio/workflow";

import type { BareActivities } from "./bare-activities.ts";
import { BARE_ANSWERED } from "./bare-names.ts";

const WAIT = "4 hours";
const activities = proxyActivities<BareActivities>({ startToCloseTimeout: "8 s" });
const answered = defineSignal<[string]>(BARE_ANSWERED);

/** As many steps as a return that goes well: two questions with their answers, a task, an end. Its activities do nothing. */
export async function bareFlow(): Promise<string> {
  const answers: string[] = [];
  setHandler(answered, (answer) => void answers.push(answer));
  for (const question of ["first", "second"]) {
    await activities.step(question);
    await condition(() => answers.length > 0, WAIT);
    answers.shift();
  }
  await activities.step("task");
  await activities.step("end");
  return "done";
}
