import { QueryClient } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
  type TRPCClient,
} from "@trpc/client";
import { createTRPCContext, createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";

import type { AppRouter } from "../server/root.ts";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export type Api = { client: TRPCClient<AppRouter>; queryClient: QueryClient; trpc: TRPCOptionsProxy<AppRouter> };

const STALE_MS = 30_000;

/** The browser's side of the API, once per page. */
export function createApi(): Api {
  const client = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url: "/trpc" }),
        false: httpBatchLink({ url: "/trpc" }),
      }),
    ],
  });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
    },
  });
  return { client, queryClient, trpc: createTRPCOptionsProxy<AppRouter>({ client, queryClient }) };
}

/** Why a call failed, as far as the browser may know: tRPC's code, or `unreachable` when no answer came. */
export type Failure = { code: string; requestId: string | null };

export function failureOf(error: unknown): Failure {
  // safe: every TRPCClientError here comes from this router
  const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
  return data ? { code: data.code, requestId: data.requestId } : { code: "unreachable", requestId: null };
}

/** Another try may help: nobody answered, or the server itself stumbled. */
function isPassing(error: unknown): boolean {
  const { code } = failureOf(error);
  return code === "unreachable" || code === "INTERNAL_SERVER_ERROR" || code === "SERVICE_UNAVAILABLE";
}
