import { useToast } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { NewDialog } from "../api/emulator-api.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import type { Dialog, Person } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";

/** Starts a dialog as a person and shows it; says so when that fails. */
export function useStartDialog(player: Person, onStarted: (dialog: Dialog) => Promise<void>) {
  const t = useTranslations("problem");
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const [isBusy, setBusy] = useState(false);

  async function start(dialog: NewDialog = {}): Promise<boolean> {
    setBusy(true);
    try {
      await onStarted(await api.startDialog(player.id, dialog));
      return true;
    } catch (error) {
      toast.show({ tone: "danger", title: t("start"), text: problemText(error) });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, start };
}
