import type {
  Answered,
  ProductReturnInput,
  ProductReturnOutcome,
  ProductReturnStep,
  Stopped,
} from "@botdeck/contracts";
import { ANSWERED_SIGNAL, STEP_QUERY, STOPPED_SIGNAL } from "@botdeck/contracts/names";
import type { FileRef } from "@botdeck/core";
import { condition, defineQuery, defineSignal, proxyActivities, setHandler } from "@temporalio/workflow";

import type { ProductReturnActivities } from "./activities.ts";
import { readDate, readPhotos, readReason, type Reading } from "./answers.ts";

/** An answer that is of no use this often in a row brings a person. */
const MISSES_BEFORE_PERSON = 2;
const REMINDER_MS = 4 * 3_600_000;
const EXPIRY_MS = 72 * 3_600_000;

const activities = proxyActivities<ProductReturnActivities>({
  // One short transaction: a worker that died with it is replaced soon.
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});

const answered = defineSignal<[Answered]>(ANSWERED_SIGNAL);
const stopped = defineSignal<[Stopped]>(STOPPED_SIGNAL);
const currentStep = defineQuery<ProductReturnStep>(STEP_QUERY);

type Ended = { ended: Exclude<ProductReturnOutcome, "task_created"> };

/**
 * A return, from the purchase date to the manager's task. It may take days, and goes on where it was after any outage.
 *
 * @param input Checked by whoever starts it.
 */
export async function productReturn(input: ProductReturnInput): Promise<ProductReturnOutcome> {
  const { reminderMs = REMINDER_MS, expiryMs = EXPIRY_MS } = input;
  const answers: Answered[] = [];
  const photos: FileRef[] = [];
  const seen = new Set<string>();
  let step: ProductReturnStep = "purchase_date";
  let isStopped = false;
  /** Numbers what is said: the same word keeps its number when an activity runs again. */
  let said = 0;

  setHandler(currentStep, () => step);
  setHandler(stopped, () => void (isStopped = true));
  setHandler(answered, (answer) => {
    // Signals come at least once.
    if (seen.has(answer.messageId)) return;
    seen.add(answer.messageId);
    // A photo counts whenever it comes, also before it was asked for.
    photos.push(...answer.files);
    answers.push(answer);
  });

  const date = await ask("purchase_date", "returnAskDate", (answer) => readDate(answer, new Date()));
  if ("ended" in date) return finish(date.ended);
  if (date.value.daysAgo > input.returnDays) return finish("too_old");

  const reason = await ask("reason", "returnAskReason", readReason);
  if ("ended" in reason) return finish(reason.ended);

  if (photos.length === 0) {
    const photo = await ask("photo", "returnAskPhoto", readPhotos);
    if ("ended" in photo) return finish(photo.ended);
  }

  step = "task";
  await activities.createManagerTask(input, { day: date.value.day, reason: reason.value, photos });
  return finish("task_created");

  async function ask<Value>(
    nextStep: ProductReturnStep,
    question: "returnAskDate" | "returnAskReason" | "returnAskPhoto",
    read: (answer: Answered) => Reading<Value>,
  ): Promise<{ value: Value } | Ended> {
    step = nextStep;
    await activities.say(input, { number: said++, step, text: question });
    for (let misses = 0; misses < MISSES_BEFORE_PERSON;) {
      const answer = await nextAnswer();
      if ("ended" in answer) return answer;
      const reading = read(answer);
      if (reading.ok) return { value: reading.value };
      misses += 1;
      if (misses < MISSES_BEFORE_PERSON) await activities.say(input, { number: said++, step, text: reading.problem });
    }
    return { ended: "handed_over" };
  }

  /** Waits for the person, reminds them once, and gives up in the end. */
  async function nextAnswer(): Promise<Answered | Ended> {
    const hasNews = () => isStopped || answers.length > 0;
    if (!(await condition(hasNews, reminderMs))) {
      await activities.say(input, { number: said++, step, text: "returnReminder" });
      const isInTime = await condition(hasNews, Math.max(expiryMs - reminderMs, 1));
      if (!isInTime) return { ended: "given_up" };
    }
    if (isStopped) return { ended: "stopped" };
    return answers.shift() ?? { ended: "stopped" };
  }

  async function finish(outcome: ProductReturnOutcome): Promise<ProductReturnOutcome> {
    step = "done";
    await activities.endFlow(input, { number: said++, outcome });
    return outcome;
  }
}
