import type { Api } from "../../trpc.ts";
import { orderOf } from "./order.ts";
import { LEAST_LETTERS, type WantedList } from "./search.ts";

/** One query for the loader and the page, so that both mean the same list. */
export function conversationListOptions(trpc: Api["trpc"], wanted: WantedList) {
  const { queue, portal, bot, line, topic, q, mine, late } = wanted;
  return trpc.conversation.list.infiniteQueryOptions(
    {
      queue,
      portalId: portal ?? null,
      botId: bot ?? null,
      lineId: line ?? null,
      topic: topic ?? null,
      person: q !== undefined && q.trim().length >= LEAST_LETTERS ? q : null,
      isMine: mine === true,
      isLate: late === true,
      order: orderOf(wanted),
    },
    { getNextPageParam: (page) => page.nextCursor },
  );
}
