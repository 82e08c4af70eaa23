import { useQuery } from "@tanstack/react-query";

import { useTRPC } from "../../trpc.ts";
import type { Queue } from "../conversation/search.ts";

/** The server counts no further than one more than this. */
export const MOST_COUNTED = 10_000;

/** How many conversations stand in each queue; undefined until it is known. */
export function useQueueCounts(portal: string | undefined): Record<Queue, number> | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.conversation.counts.queryOptions({ portalId: portal ?? null }));
  return data && { ...data, all: data.queue + data.bot + data.operator + data.closed };
}
