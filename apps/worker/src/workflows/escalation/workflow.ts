import type { EscalationInput, EscalationNews, EscalationOutcome } from "@botdeck/contracts";
import { ESCALATION_NEWS_SIGNAL, STEP_QUERY } from "@botdeck/contracts/names";
import { condition, continueAsNew, defineQuery, defineSignal, setHandler, workflowInfo } from "@temporalio/workflow";

import { heedDue } from "./heed-due.ts";
import { heedNews } from "./heed-news.ts";
import { escalationInHand, isNews, nextMoment } from "./run.ts";

const MOST_STEPS = 200;

const newsSignal = defineSignal<[EscalationNews]>(ESCALATION_NEWS_SIGNAL);
const currentStep = defineQuery<string>(STEP_QUERY);

/**
 * Pages one level after the other until somebody answers, and sees the group of alerts through to its recovery. What people
 * pressed stands in the group's row before the news of it come here; so whatever gets lost on the way, nobody is paged for what
 * the row says is answered.
 *
 * @param input Checked by whoever starts it.
 */
export async function escalation(input: EscalationInput): Promise<EscalationOutcome> {
  const inHand = escalationInHand(input, Date.now());
  const { run, tellings } = inHand;
  setHandler(currentStep, () => run.step);
  setHandler(newsSignal, (one) => {
    if (isNews(run, one.id)) run.news.push(one);
  });

  const { mostSteps = MOST_STEPS } = input;
  for (let steps = 0; ; steps++) {
    const isLong = steps >= mostSteps && inHand.underWay === 0;
    if (isLong || workflowInfo().continueAsNewSuggested) {
      // What is only known to this run is done in it.
      await Promise.all(tellings);
      return await continueAsNew<typeof escalation>({ ...input, carried: run });
    }
    const outcome = await takeStep();
    if (outcome === null) continue;
    await Promise.all(tellings);
    return outcome;
  }

  /** @returns How it ended, if it did. */
  async function takeStep(): Promise<EscalationOutcome | null> {
    const at = nextMoment(run);
    // Another time to look at the source may come from there; the wait begins anew then.
    const isWoken = () => run.news.length > 0 || nextMoment(run) !== at;
    if (at > Date.now()) await condition(isWoken, at - Date.now());
    const one = run.news.shift();
    if (one !== undefined) return await heedNews(inHand, one);
    return nextMoment(run) <= Date.now() ? await heedDue(inHand, Date.now()) : null;
  }
}
