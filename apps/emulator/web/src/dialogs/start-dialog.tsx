import { Button, IconButton } from "@botdeck/ui";
import { MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { NewChat } from "./new-chat.tsx";
import { useStartDialog } from "./use-start-dialog.ts";

type Props = {
  look: "icon" | "button";
  player: Person;
  people: Person[];
  onStarted: (dialog: Dialog) => Promise<void>;
};

/** A client writes to the open line; staff choose the bot, the colleague or the group that they talk to. */
export function StartDialog({ look, player, people, onStarted }: Props) {
  const t = useTranslations("dialogs");
  const { isBusy, start } = useStartDialog(player, onStarted);
  const [isChoosing, setChoosing] = useState(false);
  const isClient = player.role === "client";
  const label = isClient ? t("start") : t("startWith");
  const onClick = () => (isClient ? void start() : setChoosing(true));
  return (
    <>
      {look === "icon" ? (
        <IconButton label={label} icon={<MessageSquarePlus aria-hidden />} isBusy={isBusy} onClick={onClick} />
      ) : (
        <Button variant="primary" isBusy={isBusy} onClick={onClick}>
          <MessageSquarePlus aria-hidden />
          {label}
        </Button>
      )}
      {isChoosing && (
        <NewChat player={player} people={people} onStarted={onStarted} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
