import { useToast } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";

/** Does something on the portal as a person, by a REST method. What the portal refuses is said in its own words. */
export function useAct(actor: Person) {
  const t = useTranslations("problem");
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const [isBusy, setBusy] = useState(false);

  async function act(method: string, params: Record<string, unknown>): Promise<boolean> {
    setBusy(true);
    try {
      await api.act(actor.id, method, params);
      return true;
    } catch (error) {
      toast.show({ tone: "danger", title: t("act"), text: problemText(error) });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, act };
}
