import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useTRPCClient } from "../../../trpc.ts";
import type { Rule } from "../rules/rule-types.ts";

/** Whoever types on is not asked about each letter. */
const PAUSE_MS = 350;

type Written = { rule: Rule; ownerId: string | null };

/**
 * What is wrong with a rule that is being written, and how people see it: told a moment after the last key. Of one that could not be
 * checked nobody knows.
 *
 * @param isAsked False for who may not write rules.
 */
export function useCheckedRule(portalId: string, { rule, ownerId }: Written, isAsked: boolean) {
  const client = useTRPCClient();
  const [settled, setSettled] = useState<Written>({ rule, ownerId });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ rule, ownerId }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [rule, ownerId]);
  const { data, error, refetch } = useQuery({
    queryKey: ["notificationRule.check", portalId, settled],
    queryFn: () => client.notificationRule.check.mutate({ portalId, ...settled }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return {
    isChecked: data !== undefined && error === null,
    problems: data?.problems ?? [],
    preview: data?.preview ?? null,
    error,
    checkAgain: () => void refetch(),
  };
}

export type RuleProblem = ReturnType<typeof useCheckedRule>["problems"][number];
export type Previews = NonNullable<ReturnType<typeof useCheckedRule>["preview"]>;
