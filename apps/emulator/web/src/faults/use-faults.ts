import { useToast } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { useRefresh } from "../platform/use-refresh.ts";
import type { Faults } from "./faults.ts";

/** Rules count down by themselves. */
const REFRESH_MS = 3_000;

/** What the portal does wrong on purpose, and how to change it; every change is in force at once. */
export function useFaults() {
  const t = useTranslations("problem");
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const faults = useLive("faults", api.faults, (news) => news.type === "faults");
  useRefresh(faults.reload, REFRESH_MS);

  async function set(next: Partial<Faults>): Promise<void> {
    try {
      await api.setFaults(next);
      await faults.reload();
    } catch (error) {
      toast.show({ tone: "danger", title: t("faults"), text: problemText(error) });
    }
  }
  return { faults, set: (next: Partial<Faults>) => void set(next), clear: () => void set({}) };
}
