import { Avatar } from "@botdeck/ui";
import { Bot, Headset, UsersRound } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Dialog, Message, Person } from "../api/types.ts";
import { plainBb } from "../bb/bb-node.ts";
import { parseBb } from "../bb/parse-bb.ts";
import { useMoment } from "../chat/use-moment.ts";
import { useTypingText } from "../chat/use-typing-text.ts";
import type { Typer } from "../live/use-typing.ts";
import { Face } from "../people/face.tsx";
import { Unread } from "../people/people-rail.tsx";
import { PlaceLink } from "../url/place-link.tsx";
import { OwnerBadge } from "./owner-badge.tsx";

/** More of a long message does not fit into a row. */
const PREVIEW_LENGTH = 160;

type Props = { dialog: Dialog; player: Person; people: Person[]; typers: readonly Typer[]; isOpen: boolean };

export function DialogRow({ dialog, player, people, typers, isOpen }: Props) {
  const t = useTranslations("dialogs");
  const moment = useMoment();
  const typing = useTypingText(typers, people, player.id, dialog.id);
  const face = faceOf(dialog, player, people);
  const { lastMessage, unread } = dialog;
  return (
    <PlaceLink
      to={{ dialogId: dialog.id }}
      aria-current={isOpen ? "page" : undefined}
      data-dialog-id={dialog.id}
      className="flex items-start gap-3 border-b border-line px-4 py-2.5 transition-colors hover:bg-sunken focus-visible:-outline-offset-2 aria-[current=page]:bg-accent-tint"
    >
      <span className="mt-0.5">{face ? <Face person={face} /> : <Avatar name={dialog.title} />}</span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <Kind dialog={dialog} face={face} />
          <span className="min-w-0 flex-1 truncate font-medium">{dialog.title}</span>
          {lastMessage && (
            <time dateTime={lastMessage.at} className="text-xs text-ink-muted tabular-nums">
              {moment.short(lastMessage.at)}
            </time>
          )}
        </span>
        <span className="flex items-center gap-2">
          {typing ? (
            <span className="min-w-0 flex-1 truncate text-accent">{typing}</span>
          ) : (
            <span className="min-w-0 flex-1 truncate text-ink-muted">{preview(lastMessage)}</span>
          )}
          {unread > 0 && !isOpen && <Unread count={unread} />}
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
    const text = plainBb(parseBb(message.text.slice(0, PREVIEW_LENGTH)))
      .replaceAll(/\s+/gu, " ")
      .trim();
    const words = text || message.files[0]?.name || (message.attach ? t("card") : t("empty"));
    const isOwn = message.authorId === player.id && !message.isSystem;
    return isOwn ? t("own", { text: words }) : words;
  }
}

/** A small sign before the title: what kind of dialog it is. */
function Kind({ dialog, face }: { dialog: Dialog; face: Person | undefined }) {
  const t = useTranslations("dialogs");
  const look = "size-3.5 shrink-0 self-center text-ink-muted";
  if (dialog.type === "open_line") return <Headset aria-label={t("openLine")} className={look} />;
  if (dialog.type === "group") return <UsersRound aria-label={t("group")} className={look} />;
  return face?.role === "bot" ? <Bot aria-label={t("private")} className={look} /> : null;
}

/** An open line shows its client, a private chat its other side, a group nobody. */
function faceOf(dialog: Dialog, player: Person, people: Person[]): Person | undefined {
  const members = people.filter((person) => dialog.memberIds.includes(person.id));
  if (dialog.type === "group") return undefined;
  if (dialog.type === "private") return members.find((person) => person.id !== player.id);
  return members.find((person) => person.role === "client");
}
