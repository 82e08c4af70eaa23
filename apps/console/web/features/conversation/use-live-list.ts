import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { useLiveChange } from "../../live/live-context.ts";
import type { Conversation } from "../../live/open-stream.ts";
import { useTRPC } from "../../trpc.ts";
import { belongsTo, isKnownHere } from "./belongs-to.ts";
import { conversationListOptions } from "./list-options.ts";
import { bringsNews, patchRow, placeRows } from "./place-rows.ts";
import { orderOf } from "./order.ts";
import type { WantedList } from "./search.ts";

/** `flow`: everything at once. `hold`: rows are patched, none moves. `still`: nothing changes until the reader says so. */
export type ListMode = "flow" | "hold" | "still";

/** A list of which only the server knows what is in it is read again at most this often. */
const REREAD_MS = 2_000;

/** The list of a queue, loaded page by page and kept up to date by the stream. Give the component a key per queue. */
export function useLiveList(wanted: WantedList, mode: ListMode) {
  const options = conversationListOptions(useTRPC(), wanted);
  const queryClient = useQueryClient();
  const query = useInfiniteQuery({ ...options, refetchOnWindowFocus: false });
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Conversation>>(new Map());
  const mustReload = useRef(false);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];

  const isDecidable = isKnownHere(wanted);
  const place = { belongs: belongsTo(wanted), order: orderOf(wanted) };
  const reread = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(reread.current), []);

  function write(change: (rows: Conversation[], hasMore: boolean) => Conversation[]): void {
    queryClient.setQueryData(options.queryKey, (data) => data && withRows(data, change));
  }

  useLiveChange((change) => {
    if (change.kind === "ready") {
      if (change.isWhole) return;
      if (mode === "still") mustReload.current = true;
      else void query.refetch();
      return;
    }
    if (change.kind === "stale") return;
    const { conversation } = change;
    if (!isDecidable) {
      if (mode !== "still") write((known) => patchRow(known, conversation));
      if (mode !== "flow") mustReload.current = true;
      else {
        reread.current ??= setTimeout(() => {
          reread.current = undefined;
          void query.refetch();
        }, REREAD_MS);
      }
      return;
    }
    if (mode === "flow") {
      write((known, hasMore) => placeRows(known, [conversation], { ...place, hasMore }));
      return;
    }
    const isNews = bringsNews(rows, conversation, place) || waiting.has(conversation.id);
    if (isNews || mode === "still") setWaiting((before) => new Map(before).set(conversation.id, conversation));
    if (mode === "hold") write((known) => patchRow(known, conversation));
  });

  const isFlowing = mode === "flow";
  useEffect(() => {
    if (!isFlowing) return;
    if (mustReload.current) void query.refetch();
    mustReload.current = false;
    if (waiting.size === 0) return;
    write((known, hasMore) => placeRows(known, waiting.values(), { ...place, hasMore }));
    setWaiting(new Map());
    // Only the moment in which the list is let go counts.
  }, [isFlowing]);

  return { ...query, rows, freshCount: countFresh(rows, waiting, place, mode) };
}

/** While the list stands still, patches wait too; only what would show up on top is counted. */
function countFresh(
  rows: Conversation[],
  waiting: ReadonlyMap<string, Conversation>,
  place: Parameters<typeof bringsNews>[2],
  mode: ListMode,
): number {
  if (mode !== "still") return waiting.size;
  return [...waiting.values()].filter((row) => bringsNews(rows, row, place)).length;
}

type Page = { rows: Conversation[]; nextCursor: { at: string; id: string } | null };

/** The rows are one list to the reader; which page holds them does not matter, only the last page's cursor does. */
function withRows<Param>(
  data: InfiniteData<Page, Param>,
  change: (rows: Conversation[], hasMore: boolean) => Conversation[],
): InfiniteData<Page, Param> {
  const rows = data.pages.flatMap((page) => page.rows);
  const hasMore = data.pages.at(-1)?.nextCursor != null;
  const changed = change(rows, hasMore);
  return { ...data, pages: data.pages.map((page, index) => ({ ...page, rows: index === 0 ? changed : [] })) };
}
