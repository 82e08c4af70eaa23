import type { QueryClient } from "@tanstack/react-query";

import type { Api } from "../trpc.ts";
import type { LiveChange } from "./open-stream.ts";

/** Counts are asked for at most this often, however much happens. */
const COUNT_PAUSE_MS = 1_000;

/** Brings what is cached up to date with the stream. The list that is on the screen sees to itself. */
export function createCacheKeeper(queryClient: QueryClient, trpc: Api["trpc"]) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function countSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void queryClient.invalidateQueries(trpc.conversation.counts.pathFilter());
      void queryClient.invalidateQueries(trpc.system.pathFilter());
    }, COUNT_PAUSE_MS);
  }

  return {
    apply(change: LiveChange): void {
      if (change.kind === "stale") {
        if (change.topics.includes("letters")) countSoon();
        return;
      }
      // Lists that are not shown are read anew when they are.
      void queryClient.invalidateQueries({
        ...trpc.conversation.list.pathFilter(),
        type: "inactive",
        refetchType: "none",
      });
      countSoon();
      if (change.kind === "ready") {
        void queryClient.invalidateQueries(trpc.conversation.messages.pathFilter());
        void queryClient.invalidateQueries(trpc.conversation.details.pathFilter());
        void queryClient.invalidateQueries(trpc.conversation.desk.pathFilter());
        void queryClient.invalidateQueries(trpc.conversation.notes.pathFilter());
        void queryClient.invalidateQueries(trpc.conversation.around.pathFilter());
        if (!change.isWhole) void queryClient.invalidateQueries(trpc.conversation.byId.pathFilter());
        return;
      }
      const { conversation } = change;
      queryClient.setQueryData(trpc.conversation.byId.queryKey({ id: conversation.id }), conversation);
      const messages = trpc.conversation.messages.infiniteQueryFilter({ conversationId: conversation.id });
      void queryClient.invalidateQueries(messages);
      void queryClient.invalidateQueries(trpc.conversation.details.queryFilter({ id: conversation.id }));
      void queryClient.invalidateQueries(trpc.conversation.desk.queryFilter({ id: conversation.id }));
      void queryClient.invalidateQueries(trpc.conversation.notes.queryFilter({ id: conversation.id }));
      void queryClient.invalidateQueries(trpc.conversation.around.queryFilter({ id: conversation.id }));
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}
