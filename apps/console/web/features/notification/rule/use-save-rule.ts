import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../../../trpc.ts";
import type { Rule } from "../rules/rule-types.ts";
import type { RuleProblem } from "./use-checked-rule.ts";

const DONE = { isDone: true, problems: [] } as const;

type Draft = { code: string | null; rule: Rule; isEnabled: boolean; ownerId: string | null; seen: string | null };

/** Whether it was done, and what the server found wrong. */
type Outcome = { isDone: boolean; problems: readonly RuleProblem[] };

/**
 * Saves a rule or takes it away, says so, and says why it could not be.
 *
 * @param onConflict Called when somebody else was faster, and what they did has been read.
 */
export function useSaveRule(portalId: string, onConflict: () => void) {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const put = useMutation(trpc.notificationRule.put.mutationOptions());
  const remove = useMutation(trpc.notificationRule.remove.mutationOptions());

  async function attempt(act: () => Promise<Outcome>, done: string): Promise<Outcome> {
    const read = () => queryClient.invalidateQueries(trpc.notificationRule.list.queryFilter({ portalId }));
    try {
      const outcome = await act();
      toast.show(outcome.isDone ? { title: done } : { title: t("notSaved"), tone: "danger" });
      await read();
      return outcome;
    } catch (error) {
      const isConflict = failureOf(error).code === "CONFLICT";
      toast.show({ title: t(isConflict ? "conflict" : "notSaved"), tone: "danger" });
      await read();
      if (isConflict) onConflict();
      return { isDone: false, problems: [] };
    }
  }

  return {
    isPending: put.isPending || remove.isPending,
    save: ({ code, rule, isEnabled, ownerId, seen }: Draft) =>
      attempt(
        async () => {
          const result = await put.mutateAsync({ portalId, code, rule, isEnabled, ownerId, seen });
          return result.kind === "saved" ? DONE : { isDone: false, problems: result.problems };
        },
        t(code === null ? "rule.created" : "rule.saved"),
      ),
    remove: ({ code, isBuiltIn, seen }: { code: string; isBuiltIn: boolean; seen: string | null }) =>
      attempt(
        async () => {
          await remove.mutateAsync({ portalId, code, seen });
          return DONE;
        },
        t(isBuiltIn ? "rule.wasReset" : "rule.deleted"),
      ),
  };
}
