import { Avatar, Badge, bbToPlainText } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Dialog, Message, Person } from "../api/types.ts";
import { useMoment } from "../chat/use-moment.ts";
import { PlaceLink } from "../url/place-link.tsx";
import { OwnerBadge } from "./owner-badge.tsx";

type Props = { dialog: Dialog; people: Person[]; isOpen: boolean };

export function DialogRow({ dialog, people, isOpen }: Props) {
  const t = useTranslations("dialogs");
  const moment = useMoment();
  const face = faceOf(dialog, people);
  const { lastMessage, unread = 0 } = dialog;
  return (
    <PlaceLink
      to={{ dialogId: dialog.id }}
      aria-current={isOpen ? "page" : undefined}
      data-dialog-id={dialog.id}
      className="flex items-start gap-3 border-b border-line px-4 py-2.5 transition-colors hover:bg-sunken focus-visible:-outline-offset-2 aria-[current=page]:bg-accent-tint"
    >
      <Avatar name={face?.name ?? dialog.title} color={face?.color} className="mt-0.5" />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{dialog.title}</span>
          {lastMessage && (
            <time dateTime={lastMessage.at} className="text-xs text-ink-muted tabular-nums">
              {moment.short(lastMessage.at)}
            </time>
          )}
        </span>
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-ink-muted">{preview(lastMessage)}</span>
          {unread > 0 && !isOpen && (
            <Badge tone="bot" className="bg-accent text-accent-ink">
              <span aria-hidden>{unread}</span>
              <span className="sr-only">{t("unread", { count: unread })}</span>
            </Badge>
          )}
        </span>
        {dialog.lineOwner && (
          <span className="mt-1">
            <OwnerBadge dialog={dialog} people={people} />
          </span>
        )}
      </span>
    </PlaceLink>
  );

  function preview(message: Message | null): string {
    if (!message) return t("empty");
    return bbToPlainText(message.text) || message.files[0]?.name || t("empty");
  }
}

/** An open line shows its client, a private chat its bot. */
function faceOf(dialog: Dialog, people: Person[]): Person | undefined {
  const role = dialog.type === "open_line" ? "client" : "bot";
  return people.find((person) => person.role === role && dialog.memberIds.includes(person.id));
}
