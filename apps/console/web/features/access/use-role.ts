import { useQuery } from "@tanstack/react-query";

import type { Role } from "../../../server/roles.ts";
import { useTRPC } from "../../trpc.ts";

/** The reader's role; null until it is known. The server decides again. */
export function useRole(): Role | null {
  const { data: me } = useQuery(useTRPC().session.me.queryOptions());
  return me?.role ?? null;
}
