import { type ChatButton, ChatButtons, useToast } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Message, Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { keyboardRows } from "./keyboard-rows.ts";

type Props = { message: Message; player: Person; onPut: (text: string) => void };

/** The buttons under a message. PUT and COPY act in the page, as on a portal; all others are the portal's to act on. */
export function MessageKeyboard({ message, player, onPut }: Props) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const [busyId, setBusyId] = useState<number | null>(null);

  async function press({ id }: ChatButton): Promise<void> {
    const button = message.keyboard[id];
    const action = button?.ACTION;
    const value = String(button?.ACTION_VALUE ?? "");
    if (action === "PUT") return onPut(value);
    setBusyId(id);
    try {
      if (action === "COPY") {
        await navigator.clipboard.writeText(value);
        toast.show({ title: t("composer.copied") });
        return;
      }
      const { handled } = await api.press(player.id, message.id, id);
      if (handled === "nothing") toast.show({ title: t("chat.nothingDone"), text: t("chat.nothingDoneText") });
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.press"), text: problemText(error) });
    } finally {
      setBusyId(null);
    }
  }

  return (
    <ChatButtons
      label={t("chat.keyboard")}
      rows={keyboardRows(message.keyboard)}
      busyId={busyId}
      onPress={(button) => void press(button)}
    />
  );
}
