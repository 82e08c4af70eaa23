import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";

import { useTRPC } from "../../trpc.ts";

/** The portal whose notifications are shown: the chosen one, else the first. Only inside the room, which waits for it. */
export function usePortalId(): string {
  const { portal } = useSearch({ strict: false });
  const { data: portals } = useQuery(useTRPC().portal.list.queryOptions());
  return portal ?? portals?.[0]?.id ?? "";
}
