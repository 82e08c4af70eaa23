import { Avatar, Button, IconButton, Menu, MenuItem, useToast } from "@botdeck/ui";
import { MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useProblemText } from "../api/use-problem-text.ts";
import type { Dialog, Person } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";

type Props = {
  look: "icon" | "button";
  player: Person;
  people: Person[];
  onStarted: (dialog: Dialog) => Promise<void>;
};

/** A client writes to the open line; staff choose the bot that they talk to. */
export function StartDialog({ look, player, people, onStarted }: Props) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const [isBusy, setBusy] = useState(false);

  async function start(botId?: string): Promise<void> {
    setBusy(true);
    try {
      await onStarted(await api.startDialog(player.id, botId));
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.start"), text: problemText(error) });
    } finally {
      setBusy(false);
    }
  }

  const isClient = player.role === "client";
  const label = isClient ? t("dialogs.start") : t("dialogs.startWith");
  const onClick = isClient ? { onClick: () => void start() } : {};
  const button =
    look === "icon" ? (
      <IconButton label={label} icon={<MessageSquarePlus aria-hidden />} isBusy={isBusy} {...onClick} />
    ) : (
      <Button variant="primary" isBusy={isBusy} {...onClick}>
        <MessageSquarePlus aria-hidden />
        {label}
      </Button>
    );
  if (isClient) return button;

  const bots = people.filter((person) => person.role === "bot");
  return (
    <Menu trigger={button} align="end">
      {bots.length === 0 && <p className="px-2 py-1.5 text-ink-muted">{t("dialogs.noBots")}</p>}
      {bots.map((bot) => (
        <MenuItem key={bot.id} onClick={() => void start(bot.id)}>
          <Avatar name={bot.name} color={bot.color} size="sm" />
          {bot.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
