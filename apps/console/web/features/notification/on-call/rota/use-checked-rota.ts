import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useTRPCClient } from "../../../../trpc.ts";
import type { RotaSettings } from "./draft.ts";

/** Whoever types on is not asked about each letter. */
const PAUSE_MS = 350;

/**
 * Who would be on call by a rota that is being written: told a moment after the last key.
 *
 * @param isAsked False for who may not write rotas.
 */
export function useCheckedRota(portalId: string, rota: RotaSettings, isAsked: boolean) {
  const client = useTRPCClient();
  const [settled, setSettled] = useState(rota);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rota), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [rota]);
  const { data } = useQuery({
    queryKey: ["rota.check", portalId, settled],
    queryFn: () => client.rota.check.mutate({ portalId, rota: settled }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return data ?? null;
}

export type PreviewTurn = NonNullable<NonNullable<ReturnType<typeof useCheckedRota>>["turns"]>[number];
