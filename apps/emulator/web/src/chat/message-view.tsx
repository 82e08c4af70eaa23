import { ChatBubble, type MessageAuthor } from "@botdeck/ui";
import { Check, CheckCheck, Reply, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message, Person } from "../api/types.ts";
import { AttachView } from "../attach/attach-view.tsx";
import { plainBb } from "../bb/bb-node.ts";
import { BbView } from "../bb/bb-view.tsx";
import { parseBb } from "../bb/parse-bb.ts";
import { Face } from "../people/face.tsx";
import { MessageActions } from "./message-actions.tsx";
import { MessageFiles } from "./message-files.tsx";
import { MessageKeyboard } from "./message-keyboard.tsx";
import { Reactions } from "./reactions.tsx";
import { useMoment } from "./use-moment.ts";

type Props = {
  message: Message;
  author: Person | undefined;
  player: Person;
  isFirstOfRun: boolean;
  /** Somebody else has seen it. */
  isRead: boolean;
  onEdit: (message: Message) => void;
};

export function MessageView({ message, author, player, isFirstOfRun, isRead, onEdit }: Props) {
  const t = useTranslations("chat");
  const moment = useMoment();
  const kind = authorKind(message, author);
  const isOwn = message.authorId === player.id && kind !== "system";
  const isPlain = kind === "system" || message.isDeleted;
  const hasCard = Boolean(message.attach) || message.files.length > 0;
  const hasButtons = message.keyboard.length > 0 || Object.keys(message.reactions).length > 0;
  return (
    <ChatBubble
      author={kind}
      side={isOwn ? "right" : "left"}
      isOwn={isOwn}
      authorName={isOwn || !isFirstOfRun ? undefined : message.authorName}
      avatar={!isOwn && <Avatar author={author} isShown={isFirstOfRun} />}
      time={moment.time(message.at)}
      dateTime={message.at}
      remark={!message.isDeleted && <Remark message={message} isOwn={isOwn} isRead={isRead} />}
      forOperatorsLabel={message.forOperators && t("forOperators")}
      files={
        hasCard && (
          <>
            <AttachView value={message.attach} />
            <MessageFiles files={message.files} />
          </>
        )
      }
      buttons={
        hasButtons && (
          <>
            {message.keyboard.length > 0 && <MessageKeyboard message={message} />}
            <Reactions message={message} />
          </>
        )
      }
      actions={!isPlain && <MessageActions message={message} onEdit={onEdit} />}
    >
      {message.replyTo && <Quoted {...message.replyTo} />}
      {message.isDeleted ? (
        <p className="flex items-center gap-1.5 text-ink-muted italic">
          <Trash2 aria-hidden className="size-3.5" />
          {t("deleted")}
        </p>
      ) : (
        message.text && <BbView text={message.text} className={kind === "system" ? "inline" : ""} />
      )}
    </ChatBubble>
  );
}

function Remark({ message, isOwn, isRead }: { message: Message; isOwn: boolean; isRead: boolean }) {
  const t = useTranslations("chat");
  const Mark = isRead ? CheckCheck : Check;
  return (
    <>
      {message.editedAt && t("edited")}
      {isOwn && (
        <span className="order-last inline-flex" title={isRead ? t("read") : t("sent")}>
          <Mark aria-hidden className={isRead ? "size-3.5 text-accent" : "size-3.5"} />
          <span className="sr-only">{isRead ? t("read") : t("sent")}</span>
        </span>
      )}
    </>
  );
}

function Quoted({ authorName, text }: { authorName: string; text: string }) {
  return (
    <p className="mb-1 flex items-start gap-1.5 border-l-2 border-accent pl-2 text-sm text-ink-muted">
      <Reply aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span className="line-clamp-2">
        <span className="font-medium">{authorName}</span> {plainBb(parseBb(text))}
      </span>
    </p>
  );
}

/** Once per run of messages; below it the place stays empty, so that the bubbles stand in line. */
function Avatar({ author, isShown }: { author: Person | undefined; isShown: boolean }) {
  if (!isShown || !author) return <span className="w-6 shrink-0" />;
  return (
    <span className="mt-1">
      <Face person={author} size="sm" />
    </span>
  );
}

function authorKind(message: Message, author: Person | undefined): MessageAuthor {
  if (message.isSystem || message.authorId === "0") return "system";
  if (author?.role === "manager") return "employee";
  return author?.role ?? "employee";
}
