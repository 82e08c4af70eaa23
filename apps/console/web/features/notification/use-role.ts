import { useQuery } from "@tanstack/react-query";

import { useTRPC } from "../../trpc.ts";

/** What the reader may do here; the server decides again. */
export function useRole(): { isKnown: boolean; isOperator: boolean; isLead: boolean; isAdmin: boolean } {
  const { data: me } = useQuery(useTRPC().session.me.queryOptions());
  const isAdmin = me?.role === "admin";
  const isLead = isAdmin || me?.role === "lead";
  return { isKnown: me !== undefined, isOperator: isLead || me?.role === "operator", isLead, isAdmin };
}
