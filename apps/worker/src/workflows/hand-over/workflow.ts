import type { HandOverInput, HandOverNews, HandOverStep } from "@botdeck/contracts";
import { HAND_OVER_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { condition, defineSignal, setHandler } from "@temporalio/workflow";

import { createFlow } from "../flow/flow.ts";
import { handOvers } from "./proxies.ts";

const WAIT_MS = 5 * 60_000;
const QUIET_MS = 12 * 3_600_000;

const newsSignal = defineSignal<[HandOverNews]>(HAND_OVER_NEWS_SIGNAL);

/** Who had the client in the end: the bot again, or nobody since the dialog is closed. */
export type HandOverOutcome = "returned" | "closed" | "quiet" | "stopped";

/**
 * Watches over a client who was given to the operators: nobody picks up, so the next queue is tried, then the supervisor,
 * then a call back is promised; somebody picks up, so the bot is silent until they are done or quiet for long.
 *
 * @param input Checked by whoever starts it.
 */
export async function handOver(input: HandOverInput): Promise<HandOverOutcome> {
  const { waitMs = WAIT_MS, quietMs = QUIET_MS, nextLineIds, supervisorId, opensAt, topic } = input;
  const flow = createFlow<HandOverStep>(input, "queued");
  const { addressee } = flow;
  const news: HandOverNews[] = [];
  setHandler(newsSignal, (one) => void news.push(one));
  const hasNews = () => flow.isStopped() || news.length > 0;

  const beforeOpeningMs = opensAt === null ? 0 : Math.max(0, Date.parse(opensAt) - Date.now());
  await condition(hasNews, beforeOpeningMs + waitMs);
  for (const to of ladderOf(nextLineIds, supervisorId)) {
    if (hasNews()) break;
    await handOvers.tryNext(addressee, { key: flow.nextKey(), to });
    await condition(hasNews, waitMs);
  }
  if (!hasNews()) {
    flow.step = "promised";
    await handOvers.promiseCall(addressee, { key: flow.nextKey(), topic, supervisorId });
  }
  return await end(await follow());

  /** Until the bot has the dialog again: by what the runtime tells, or because nobody wrote for long. */
  async function follow(): Promise<HandOverOutcome> {
    let lookInMs = quietMs;
    for (;;) {
      await condition(hasNews, Math.max(1, lookInMs));
      if (flow.isStopped()) return "stopped";
      const one = news.shift();
      lookInMs = quietMs;
      if (one === undefined) {
        const look = await handOvers.takeBackWhenQuiet(addressee, { quietMs });
        if (look.kind === "bots") return "quiet";
        lookInMs = look.quietInMs;
        continue;
      }
      if (one.kind !== "taken") return one.kind;
      flow.step = "human";
    }
  }

  async function end(outcome: HandOverOutcome): Promise<HandOverOutcome> {
    flow.step = "done";
    await handOvers.endHandOver(addressee, { outcome });
    return outcome;
  }
}

/** The queues after the first, then the person above them. */
const ladderOf = (lineIds: readonly string[], supervisorId: string | null) => [
  ...lineIds.map((id) => ({ kind: "line" as const, id })),
  ...(supervisorId === null ? [] : [{ kind: "person" as const, id: supervisorId }]),
];
