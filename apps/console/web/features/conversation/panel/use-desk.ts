import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";
import { useTRPC } from "../../../trpc.ts";

export type Desk = inferRouterOutputs<AppRouter>["conversation"]["desk"];

/** What the reader may do with a conversation; undefined as long as that is not known. The server decides again. */
export function useDesk(id: string): Desk | undefined {
  return useQuery(useTRPC().conversation.desk.queryOptions({ id })).data;
}
