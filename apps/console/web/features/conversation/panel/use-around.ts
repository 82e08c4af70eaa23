import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";
import { useTRPC } from "../../../trpc.ts";

export type AroundConversation = inferRouterOutputs<AppRouter>["conversation"]["around"];

/** What belongs to a conversation beside its messages. */
export function useAround(id: string): AroundConversation | undefined {
  return useQuery(useTRPC().conversation.around.queryOptions({ id })).data;
}
