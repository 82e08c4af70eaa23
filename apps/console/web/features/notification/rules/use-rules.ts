import { useQuery } from "@tanstack/react-query";
import { useLocale } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import type { PortalRule } from "./rule-types.ts";

/** The rules of a portal. */
export function useRules(portalId: string) {
  return useQuery(useTRPC().notificationRule.list.queryOptions({ portalId }));
}

/** What a rule is called in the reader's language; its code where it can no longer be read. */
export function useRuleName(): (rule: Pick<PortalRule, "code" | "rule">) => string {
  const locale = useLocale();
  return ({ code, rule }) => rule?.title[locale] ?? code;
}
