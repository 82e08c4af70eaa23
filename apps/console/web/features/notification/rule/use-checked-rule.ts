import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { useTRPCClient } from "../../../trpc.ts";
import type { Rule } from "../rules/rule-types.ts";

/** Whoever types on is not asked about each letter. */
const PAUSE_MS = 350;

/**
 * What is wrong with a rule that is being written, and how people see it: told a moment after the last key.
 *
 * @param isAsked False for who may not write rules.
 */
export function useCheckedRule(portalId: string, rule: Rule, isAsked: boolean) {
  const client = useTRPCClient();
  const [settled, setSettled] = useState(rule);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [rule]);
  const { data, error } = useQuery({
    queryKey: ["notificationRule.check", portalId, settled],
    queryFn: () => client.notificationRule.check.mutate({ portalId, rule: settled }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return { problems: data?.problems ?? [], preview: data?.preview ?? null, error };
}

export type RuleProblem = ReturnType<typeof useCheckedRule>["problems"][number];
export type Previews = NonNullable<ReturnType<typeof useCheckedRule>["preview"]>;
