import { Badge, Button, Dialog, EmptyState, IconButton, StatusBadge, useToast } from "@botdeck/ui";
import { Bell as BellSign } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Notification, Person } from "../api/types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { plainBb } from "../bb/bb-node.ts";
import { parseBb } from "../bb/parse-bb.ts";
import { useMoment } from "../chat/use-moment.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";

/** The notifications of a person; looked at, they count as read. */
export function Bell({ player, people }: { player: Person; people: Person[] }) {
  const t = useTranslations();
  const toast = useToast();
  const problemText = useProblemText();
  const { api } = usePortal();
  const [isOpen, setOpen] = useState(false);
  const notifications = useLive(
    player.id,
    () => api.notifications(player.id),
    (news) => news.type === "notification" || news.type === "notification.removed",
  );
  const unread = notifications.data?.filter(({ isRead }) => !isRead).length ?? 0;

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      await notifications.reload();
    } catch (error) {
      toast.show({ tone: "danger", title: t("problem.act"), text: problemText(error) });
    }
  }

  function onOpenChange(next: boolean): void {
    setOpen(next);
    if (!next && unread > 0) void attempt(() => api.readNotifications(player.id));
  }

  return (
    <>
      <span className="relative inline-flex">
        <IconButton
          label={t("bell.open", { count: unread })}
          icon={<BellSign aria-hidden />}
          onClick={() => setOpen(true)}
        />
        {unread > 0 && (
          <Badge
            aria-hidden
            className="pointer-events-none absolute -top-1 -right-1 h-4 min-w-4 bg-accent px-1 text-accent-ink"
          >
            {unread}
          </Badge>
        )}
      </span>
      <Dialog
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        side="right"
        title={t("bell.title")}
        text={player.name}
        closeLabel={t("app.close")}
      >
        <LoadProblem of={notifications} title={t("problem.load")} />
        {notifications.data?.length === 0 && (
          <EmptyState icon={<BellSign />} title={t("bell.none")} text={t("bell.noneText")} />
        )}
        <ul className="flex flex-col gap-3">
          {notifications.data?.map((one) => (
            <li key={one.id}>
              <Entry
                notification={one}
                author={people.find(({ id }) => id === one.authorId)}
                onAnswer={(value) => void attempt(() => api.answerNotification(player.id, one.id, value))}
              />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

type EntryProps = { notification: Notification; author: Person | undefined; onAnswer: (value: string) => void };

function Entry({ notification, author, onAnswer }: EntryProps) {
  const t = useTranslations("bell");
  const moment = useMoment();
  const { title, text, buttons, isRead, at } = notification;
  return (
    <article className="flex flex-col gap-1 rounded-lg border border-line p-3" data-notification-id={notification.id}>
      <p className="flex items-center gap-2 text-sm text-ink-muted">
        <span className="min-w-0 flex-1 truncate">{author?.name ?? t("portal")}</span>
        {!isRead && <StatusBadge tone="bot">{t("new")}</StatusBadge>}
        <time dateTime={at}>{moment.short(at)}</time>
      </p>
      {title && <h3 className="font-semibold">{title}</h3>}
      <p className="whitespace-pre-wrap wrap-anywhere">{plainBb(parseBb(text))}</p>
      {buttons.length > 0 && (
        <div className="mt-1 flex flex-wrap gap-2">
          {buttons.map((button) => (
            <Button key={button.value} onClick={() => onAnswer(button.value)}>
              {button.title}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}
