import { useQuery } from "@tanstack/react-query";

import { useTRPC } from "../../trpc.ts";

/** What the reader may do here; the server decides again. */
export function useRole(): { isLead: boolean; isAdmin: boolean } {
  const { data: me } = useQuery(useTRPC().session.me.queryOptions());
  const isAdmin = me?.role === "admin";
  return { isLead: isAdmin || me?.role === "lead", isAdmin };
}
