import type { Api } from "../../trpc.ts";
import type { ConversationSearch } from "./search.ts";

type Wanted = Pick<ConversationSearch, "queue" | "portal">;

/** One query for the loader and the page, so that both mean the same list. */
export function conversationListOptions(trpc: Api["trpc"], { queue, portal }: Wanted) {
  return trpc.conversation.list.infiniteQueryOptions(
    { queue, portalId: portal ?? null },
    { getNextPageParam: (page) => page.nextCursor },
  );
}
