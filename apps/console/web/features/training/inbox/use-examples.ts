import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import type { TrainingSearch } from "../search.ts";

/**
 * A bot's examples, page by page, kept fresh by the stream. Those that somebody has just decided are hidden at once, and shown again
 * when that failed or was undone.
 */
export function useExamples(botCode: string, { state, reason, language, portal }: TrainingSearch) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const filter = {
    botCode,
    state,
    reason: reason ?? null,
    language: language ?? null,
    portalId: portal ?? null,
  };
  const query = useInfiniteQuery(
    trpc.training.list.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
  );
  const { data: counts } = useQuery(trpc.training.counts.queryOptions({ botCode }));
  useLiveTopic("training", () => {
    void queryClient.invalidateQueries(trpc.training.list.pathFilter());
    void queryClient.invalidateQueries(trpc.training.counts.pathFilter());
  });
  const rows = query.data?.pages.flatMap((page) => page.rows).filter(({ id }) => !hidden.has(`${state} ${id}`)) ?? [];
  const keysOf = (ids: readonly string[]) => ids.map((id) => `${state} ${id}`);
  return {
    query,
    rows,
    counts,
    hide: (ids: readonly string[]) => setHidden((before) => new Set([...before, ...keysOf(ids)])),
    /** Shown wherever they are by now. */
    show: (ids: readonly string[]) =>
      setHidden((before) => new Set([...before].filter((key) => !ids.some((id) => key.endsWith(id))))),
  };
}
