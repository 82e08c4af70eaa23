import { Button, IconButton } from "@botdeck/ui";
import { ArrowLeft, Bot, CircleCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { OwnerBadge } from "../dialogs/owner-badge.tsx";
import type { LineStanding } from "./line-standing.ts";
import { useLineMove } from "./use-line-move.ts";

type Props = { player: Person; people: Person[]; dialog: Dialog; standing: LineStanding; onBack: () => void };

export function DialogHeader({ player, people, dialog, standing, onBack }: Props) {
  const t = useTranslations();
  const { moving, move } = useLineMove(player, dialog);
  const names = people.filter((person) => dialog.memberIds.includes(person.id)).map((person) => person.name);
  const kind = { open_line: t("dialogs.openLine"), private: t("dialogs.private"), group: t("dialogs.group") }[
    dialog.type
  ];
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-2 py-1.5 md:px-4">
      <IconButton
        className="md:hidden"
        size="lg"
        label={t("chat.back")}
        icon={<ArrowLeft aria-hidden />}
        onClick={onBack}
      />
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold">{dialog.title}</h2>
        <p className="truncate text-xs text-ink-muted" title={t("chat.members", { names: names.join(", ") })}>
          {[kind, ...names].join(" · ")}
        </p>
      </div>
      <OwnerBadge dialog={dialog} people={people} />
      {standing === "mine" && (
        <div className="flex gap-2 max-sm:w-full">
          <Button className="max-sm:flex-1" isBusy={moving === "to-bot"} onClick={() => move("to-bot")}>
            <Bot aria-hidden />
            {t("line.toBot")}
          </Button>
          <Button className="max-sm:flex-1" isBusy={moving === "close"} onClick={() => move("close")}>
            <CircleCheck aria-hidden />
            {t("line.close")}
          </Button>
        </div>
      )}
    </header>
  );
}
