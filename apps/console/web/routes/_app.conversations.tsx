import { createFileRoute } from "@tanstack/react-router";

import { ConversationsPage } from "../features/conversation/conversations-page.tsx";
import { conversationListOptions } from "../features/conversation/list-options.ts";
import { ConversationSearch } from "../features/conversation/search.ts";

export const Route = createFileRoute("/_app/conversations")({
  validateSearch: ConversationSearch,
  loaderDeps: ({ search: { id: _open, ...wanted } }) => wanted,
  // Not awaited: the page shows its skeleton meanwhile, and its own error.
  loader: ({ context: { api }, deps }) => {
    void api.queryClient.prefetchInfiniteQuery(conversationListOptions(api.trpc, deps));
  },
  component: ConversationsPage,
});
