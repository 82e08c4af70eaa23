import { useToast } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { LineMove } from "../api/emulator-api.ts";
import type { Dialog, Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";

/** Moves an open line session as an operator does; `moving` is the move under way. */
export function useLineMove(player: Person, dialog: Dialog) {
  const t = useTranslations("problem");
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const [moving, setMoving] = useState<LineMove | null>(null);

  async function run(move: LineMove): Promise<void> {
    setMoving(move);
    try {
      await api.moveLine(player.id, dialog.id, move);
    } catch (error) {
      toast.show({ tone: "danger", title: t("move"), text: problemText(error) });
    } finally {
      setMoving(null);
    }
  }
  return { moving, move: (move: LineMove) => void run(move) };
}
