import { BbText, ChatBubble, ChatButtons, toSafeHref } from "@botdeck/ui";
import { Paperclip } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import { MessageCard } from "../../components/message-card.tsx";
import { UnderstoodNote } from "../understood/understood-note.tsx";
import { DeliveryNote } from "./delivery-note.tsx";
import type { ShownMessage } from "./group-messages.ts";
import { useFileSize } from "./use-file-size.ts";

type Props = { message: ShownMessage; isFirstOfAuthor: boolean };

/** One message: words, files, the buttons that were offered, for a bot's whether it arrived, and for a client's what was understood. */
export function MessageItem({ message, isFirstOfAuthor }: Props) {
  const t = useTranslations("conversation");
  const format = useFormatter();
  const { author, authorName, text, buttons, card, files, at, delivery, deliveryError, understood } = message;
  const side = author === "bot" || author === "operator" ? "right" : "left";
  return (
    <ChatBubble
      author={author}
      side={side}
      authorName={isFirstOfAuthor && authorName}
      time={format.dateTime(new Date(at), "clock")}
      dateTime={at}
      note={understood !== null && <UnderstoodNote understood={understood} />}
      remark={delivery !== null && <DeliveryNote delivery={delivery} error={deliveryError} />}
      files={files !== null && files.length > 0 && files.map((file) => <FileLine key={file.id} file={file} />)}
      buttons={
        buttons !== null && buttons.length > 0 && <ChatButtons label={t("buttons")} rows={shownButtons(buttons)} />
      }
    >
      {text !== "" && <BbText text={text} />}
      {card !== null && <MessageCard card={card} />}
    </ChatBubble>
  );
}

function FileLine({ file }: { file: NonNullable<ShownMessage["files"]>[number] }) {
  const t = useTranslations("conversation");
  const size = useFileSize();
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-sm text-ink-muted">
      <Paperclip aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{file.name ?? t("file")}</span>
      {file.sizeBytes !== null && <span className="shrink-0">· {size(file.sizeBytes)}</span>}
    </p>
  );
}

function shownButtons(rows: NonNullable<ShownMessage["buttons"]>) {
  let id = 0;
  return rows.map((row) =>
    row.map((button) => ({
      id: id++,
      text: button.text,
      href: button.kind === "link" ? (toSafeHref(button.url) ?? undefined) : undefined,
    })),
  );
}
