import { useToast } from "@botdeck/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../../trpc.ts";

/** Does what changes a portal, says what came of it, and has the page read anew. @returns Whether it was done. */
export function useSave(portalId: string): (work: () => Promise<unknown>, done?: string) => Promise<boolean> {
  const t = useTranslations("portals.limits");
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  return async (work, done = t("saved")) => {
    try {
      await work();
      toast.show({ title: done });
      return true;
    } catch (error) {
      toast.show({ title: t(failureOf(error).code === "CONFLICT" ? "conflict" : "failed"), tone: "danger" });
      return false;
    } finally {
      await queryClient.invalidateQueries(trpc.portal.get.queryFilter({ portalId }));
    }
  };
}
