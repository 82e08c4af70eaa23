import { BbText, ChatBubble, ChatButtons, toSafeHref } from "@botdeck/ui";
import { useFormatter, useTranslations } from "use-intl";

import { MessageCard } from "../../components/message-card.tsx";
import { UnderstoodNote } from "../understood/understood-note.tsx";
import { DeliveryNote } from "./delivery-note.tsx";
import type { ShownMessage } from "./group-messages.ts";
import { CorrectedNote } from "./panel/corrected-note.tsx";
import { MessageActions } from "./panel/message-actions.tsx";
import { MessageFile } from "./panel/message-file.tsx";

type Props = { conversationId: string; message: ShownMessage; isFirstOfAuthor: boolean };

/** One message: words, files, the buttons that were offered, for a bot's whether it arrived, and for a client's what was understood. */
export function MessageItem({ conversationId, message, isFirstOfAuthor }: Props) {
  const t = useTranslations("conversation");
  const format = useFormatter();
  const { author, authorName, text, buttons, card, files, at, delivery, deliveryError, understood, correctedTo } =
    message;
  const side = author === "bot" || author === "operator" ? "right" : "left";
  return (
    <ChatBubble
      author={author}
      side={side}
      authorName={isFirstOfAuthor && authorName}
      time={format.dateTime(new Date(at), "clock")}
      dateTime={at}
      note={
        (understood !== null || correctedTo !== null) && (
          <>
            {understood !== null && <UnderstoodNote understood={understood} />}
            {correctedTo !== null && <CorrectedNote intent={correctedTo} />}
          </>
        )
      }
      remark={delivery !== null && <DeliveryNote delivery={delivery} error={deliveryError} />}
      files={files !== null && files.length > 0 && files.map((file) => <MessageFile key={file.id} file={file} />)}
      buttons={
        buttons !== null && buttons.length > 0 && <ChatButtons label={t("buttons")} rows={shownButtons(buttons)} />
      }
      actions={<MessageActions conversationId={conversationId} message={message} />}
    >
      {text !== "" && <BbText text={text} />}
      {card !== null && <MessageCard card={card} />}
    </ChatBubble>
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
