import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { REFRESH_MS } from "../refresh-ms.ts";
import type { LetterFilter } from "./filter-of.ts";

/**
 * The letters that a filter finds, page by page, kept fresh by the stream. Those that somebody is about to let go are hidden at
 * once, and shown again when that failed.
 */
export function useLetters(filter: LetterFilter) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(
    trpc.deadLetter.list.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: REFRESH_MS,
    }),
  );
  const { data: count } = useQuery(trpc.deadLetter.count.queryOptions(filter));
  useLiveTopic("letters", () => void queryClient.invalidateQueries(trpc.deadLetter.pathFilter()));

  const rows = query.data?.pages.flatMap((page) => page.rows).filter(({ id }) => !hidden.has(id)) ?? [];
  return {
    query,
    rows,
    count,
    hide: (ids: readonly string[]) => setHidden((before) => new Set([...before, ...ids])),
    show: (ids: readonly string[]) => setHidden((before) => new Set([...before].filter((id) => !ids.includes(id)))),
  };
}
