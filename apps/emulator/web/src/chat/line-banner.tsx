import { Button } from "@botdeck/ui";
import { Lock, UserCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import type { LineStanding } from "./line-standing.ts";
import { useLineMove } from "./use-line-move.ts";

type Props = { player: Person; people: Person[]; dialog: Dialog; standing: Exclude<LineStanding, "free" | "mine"> };

/** Instead of the composer: why this person does not write here now, and how they can. */
export function LineBanner({ player, people, dialog, standing }: Props) {
  const t = useTranslations();
  const { moving, move } = useLineMove(player, dialog);
  const operator = people.find((person) => person.id === dialog.operatorId);
  const texts = {
    bot: t("line.botAnswers"),
    queue: t("line.queueWaits"),
    other: t("line.otherAnswers", { name: operator?.name ?? t("people.operator") }),
    closed: t("line.closed"),
  };
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-lg bg-bot-tint px-3 py-2">
      <Lock aria-hidden className="size-4 shrink-0 text-bot" />
      <p className="min-w-40 flex-1">{texts[standing]}</p>
      {standing !== "closed" && (
        <Button variant="primary" isBusy={moving === "answer"} onClick={() => move("answer")}>
          <UserCheck aria-hidden />
          {t("line.take")}
        </Button>
      )}
    </div>
  );
}
