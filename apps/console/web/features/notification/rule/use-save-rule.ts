import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../../../trpc.ts";
import type { Rule } from "../rules/rule-types.ts";

type Draft = { code: string | null; rule: Rule; isEnabled: boolean; ownerId: string; seen: string | null };

/**
 * Saves a rule or takes it away, says so, and says why it could not be. Each gives true when it was done.
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

  async function attempt(act: () => Promise<boolean>, done: string): Promise<boolean> {
    const read = () => queryClient.invalidateQueries(trpc.notificationRule.list.queryFilter({ portalId }));
    try {
      const isDone = await act();
      toast.show(isDone ? { title: done } : { title: t("notSaved"), tone: "danger" });
      await read();
      return isDone;
    } catch (error) {
      const isConflict = failureOf(error).code === "CONFLICT";
      toast.show({ title: t(isConflict ? "conflict" : "notSaved"), tone: "danger" });
      await read();
      if (isConflict) onConflict();
      return false;
    }
  }

  return {
    isPending: put.isPending || remove.isPending,
    save: ({ code, rule, isEnabled, ownerId, seen }: Draft) =>
      attempt(
        async () => {
          const owner = ownerId.trim() === "" ? null : ownerId.trim();
          const result = await put.mutateAsync({ portalId, code, rule, isEnabled, ownerId: owner, seen });
          return result.kind === "saved";
        },
        t(code === null ? "rule.created" : "rule.saved"),
      ),
    remove: ({ code, isBuiltIn, seen }: { code: string; isBuiltIn: boolean; seen: string | null }) =>
      attempt(
        async () => {
          await remove.mutateAsync({ portalId, code, seen });
          return true;
        },
        t(isBuiltIn ? "rule.wasReset" : "rule.deleted"),
      ),
  };
}
