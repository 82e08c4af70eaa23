import { Avatar, BbText, ChatBubble, ChatFile, type MessageAuthor } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Message, MessageFile, Person } from "../api/types.ts";
import { MessageKeyboard } from "./message-keyboard.tsx";
import { useFileSize } from "./use-file-size.ts";
import { useMoment } from "./use-moment.ts";

type Props = {
  message: Message;
  author: Person | undefined;
  player: Person;
  isFirstOfRun: boolean;
  onPut: (text: string) => void;
};

export function MessageView({ message, author, player, isFirstOfRun, onPut }: Props) {
  const t = useTranslations("chat");
  const moment = useMoment();
  const isOwn = message.authorId === player.id && !message.isSystem;
  const kind = authorKind(message, author);
  return (
    <ChatBubble
      author={kind}
      side={isOwn ? "right" : "left"}
      authorName={isOwn || !isFirstOfRun ? undefined : message.authorName}
      avatar={!isOwn && <Face message={message} author={author} isShown={isFirstOfRun} />}
      time={moment.time(message.at)}
      dateTime={message.at}
      remark={message.editedAt && t("edited")}
      forOperatorsLabel={message.forOperators && t("forOperators")}
      files={message.files.length > 0 && message.files.map((file) => <FileView key={file.id} file={file} />)}
      buttons={message.keyboard.length > 0 && <MessageKeyboard message={message} player={player} onPut={onPut} />}
    >
      {message.text && <BbText text={message.text} />}
    </ChatBubble>
  );
}

/** Once per run of messages; below it the place stays empty, so that the bubbles stand in line. */
function Face({ message, author, isShown }: { message: Message; author: Person | undefined; isShown: boolean }) {
  if (!isShown) return <span className="w-6 shrink-0" />;
  return <Avatar name={message.authorName} color={author?.color} size="sm" className="mt-1" />;
}

function authorKind(message: Message, author: Person | undefined): MessageAuthor {
  if (message.isSystem || message.authorId === "0") return "system";
  if (author?.role === "manager") return "employee";
  return author?.role ?? "employee";
}

function FileView({ file }: { file: MessageFile }) {
  const size = useFileSize();
  return <ChatFile name={file.name} size={size(file.sizeBytes)} url={file.url} isImage={file.type === "image"} />;
}
