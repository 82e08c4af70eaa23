import type { VacationNews } from "@botdeck/contracts";
import { GRANTED_SIGNAL, VACATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { defineSignal, setHandler } from "@temporalio/workflow";

const newsSignal = defineSignal<[VacationNews]>(VACATION_NEWS_SIGNAL);
const grantedSignal = defineSignal<[unknown]>(GRANTED_SIGNAL);

/** What has been heard and not been dealt with yet. */
export type News = {
  readonly queue: VacationNews[];
  /** How often the person has given permission. */
  grants: number;
};

/** Begins to listen. Signals come at least once; each is heard once. */
export function hearNews(): News {
  const seen = new Set<string>();
  const news: News = { queue: [], grants: 0 };
  setHandler(newsSignal, (one) => {
    const key = `${one.id}:${one.kind}`;
    if (seen.has(key)) return;
    seen.add(key);
    news.queue.push(one);
  });
  setHandler(grantedSignal, () => void (news.grants += 1));
  return news;
}
