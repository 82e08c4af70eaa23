import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { failureOf, useTRPC } from "../../../trpc.ts";
import type { PortalRule } from "./rule-types.ts";
import { useRuleName } from "./use-rules.ts";

type SwitchRule = {
  switchRule: (rule: PortalRule, isEnabled: boolean) => Promise<void>;
  /** While a rule is being switched it is not known as it will be: another switch would be taken for somebody else's. */
  isSwitching: (code: string) => boolean;
};

/** Switches rules of a portal on and off; the page shows it at once, and takes it back when the server refuses. */
export function useSwitchRule(portalId: string): SwitchRule {
  const t = useTranslations("notifications");
  const nameOf = useRuleName();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { mutateAsync } = useMutation(trpc.notificationRule.setEnabled.mutationOptions());
  const [switching, setSwitching] = useState<readonly string[]>([]);
  const options = trpc.notificationRule.list.queryOptions({ portalId });

  async function switchRule({ code, seen, rule }: PortalRule, isEnabled: boolean): Promise<void> {
    const show = (isOn: boolean) =>
      queryClient.setQueryData(options.queryKey, (rules) =>
        rules?.map((one) => (one.code === code ? { ...one, isEnabled: isOn } : one)),
      );
    setSwitching((codes) => [...codes, code]);
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    show(isEnabled);
    try {
      await mutateAsync({ portalId, code, isEnabled, seen });
      toast.show({ title: t(isEnabled ? "rules.on" : "rules.off", { name: nameOf({ code, rule }) }) });
    } catch (error) {
      show(!isEnabled);
      toast.show({ title: t(failureOf(error).code === "CONFLICT" ? "conflict" : "notSaved"), tone: "danger" });
    }
    await queryClient.invalidateQueries({ queryKey: options.queryKey });
    setSwitching((codes) => codes.filter((one) => one !== code));
  }

  return { switchRule, isSwitching: (code) => switching.includes(code) };
}
