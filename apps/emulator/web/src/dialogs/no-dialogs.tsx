import { EmptyState } from "@botdeck/ui";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { StartDialog } from "./start-dialog.tsx";

type Props = {
  player: Person;
  people: Person[];
  onStarted: (dialog: Dialog) => Promise<void>;
  className?: string;
};

/** A person who has no dialog yet: how to get the first one. */
export function NoDialogs({ player, people, onStarted, className = "" }: Props) {
  const t = useTranslations("dialogs");
  const { name, role } = player;
  const howToStaff = role === "operator" || role === "manager" ? t("noneOperator") : t("noneStaff");
  return (
    <EmptyState
      className={className}
      icon={<MessagesSquare />}
      title={t("none")}
      text={role === "client" ? t("noneClient", { name }) : howToStaff}
      action={<StartDialog look="button" player={player} people={people} onStarted={onStarted} />}
    />
  );
}
