import { useToast } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { usePortal } from "../live/portal-context.ts";
import { usePlace } from "../url/use-place.ts";
import type { Press } from "./press-context.ts";

type Options = {
  player: Person;
  people: Person[];
  put: (text: string) => void;
  send: (text: string) => void;
  onStarted: (dialog: Dialog) => Promise<void>;
};

/** What pressing something in a message does, as a portal's own window would. */
export function usePressActions({ player, people, put, send, onStarted }: Options): Press {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const { go } = usePlace();

  async function openPerson(personId: string): Promise<void> {
    const other = people.find((person) => person.id === personId);
    try {
      await onStarted(await api.startDialog(player.id, other?.role === "bot" ? { botId: personId } : { personId }));
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.start"), text: problemText(error) });
    }
  }

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ title: t("composer.copied") });
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.copy"), text: problemText(error) });
    }
  }

  return {
    player,
    people,
    put,
    send,
    copy: (text) => void copy(text),
    call: (number) => toast.show({ title: t("chat.calls", { number }), text: t("chat.callsText") }),
    openPerson: (personId) => void openPerson(personId),
    openChat: (chatId) => go({ dialogId: `chat${chatId}` }),
  };
}
