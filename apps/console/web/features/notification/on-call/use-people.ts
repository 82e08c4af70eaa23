import { useQuery } from "@tanstack/react-query";

import { useTRPC } from "../../../trpc.ts";
import { useRole } from "../use-role.ts";

export type KnownPerson = { id: string; name: string };

const NOBODY: readonly KnownPerson[] = [];

/** People of a portal whom a bot knows, to choose from; none for who may choose nobody. */
export function usePeople(portalId: string): readonly KnownPerson[] {
  const { isLead } = useRole();
  const { data } = useQuery(useTRPC().rota.people.queryOptions({ portalId }, { enabled: isLead }));
  return data ?? NOBODY;
}
