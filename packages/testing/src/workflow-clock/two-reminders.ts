import { defineQuery, setHandler, sleep } from "@temporalio/workflow";

export const remindersQuery = defineQuery<string[]>("reminders");

type TwoReminders = { firstAfterMs: number; secondAfterMs: number };

/** The smallest flow that lasts: two reminders, one after the other. */
export async function twoReminders({ firstAfterMs, secondAfterMs }: TwoReminders): Promise<string[]> {
  const sent: string[] = [];
  setHandler(remindersQuery, () => sent);
  await sleep(firstAfterMs);
  sent.push("first");
  await sleep(secondAfterMs);
  sent.push("second");
  return sent;
}
