import { Button, DayDivider, EmptyState, Skeleton, Transcript } from "@botdeck/ui";
import { ChevronUp, MessageCircle } from "lucide-react";
import { Fragment, useState } from "react";
import { useTranslations } from "use-intl";
import type { Dialog, Message, Person } from "../api/types.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import type { Live } from "../live/use-live.ts";
import { JumpToEnd } from "./jump-to-end.tsx";
import { MessageView } from "./message-view.tsx";
import { isSameDay, useMoment } from "./use-moment.ts";

/** Longer than this apart, two messages of one author both carry the name. */
const RUN_MS = 5 * 60 * 1000;
/** A dialog of thousands would make the page slow, and is read from its end. */
const PAGE_LENGTH = 200;

type Props = {
  player: Person;
  people: Person[];
  dialog: Dialog;
  messages: Live<Message[]>;
  onEdit: (message: Message) => void;
};

export function MessageLog({ player, people, dialog, messages, onEdit }: Props) {
  const t = useTranslations();
  const moment = useMoment();
  const [pages, setPages] = useState(1);
  const all = messages.data;
  const rows = all?.slice(-pages * PAGE_LENGTH);
  const hidden = (all?.length ?? 0) - (rows?.length ?? 0);
  const readByOthers = Math.max(
    0,
    ...Object.entries(dialog.readUpTo).map(([id, messageId]) => (id === player.id ? 0 : Number(messageId))),
  );
  return (
    <>
      <LoadProblem of={messages} title={t("problem.messages")} />
      <Transcript
        label={t("chat.transcript")}
        conversationId={dialog.id}
        awayFromEnd={(toEnd) => <JumpToEnd total={all?.length ?? 0} onJump={toEnd} />}
      >
        {hidden > 0 && (
          <Button variant="ghost" className="self-center" onClick={() => setPages(pages + 1)}>
            <ChevronUp aria-hidden />
            {t("chat.earlier", { count: hidden })}
          </Button>
        )}
        {rows?.map((message, index) => {
          const before = rows[index - 1];
          return (
            <Fragment key={message.id}>
              {(!before || !isSameDay(before.at, message.at)) && <DayDivider text={moment.day(message.at)} />}
              <MessageView
                message={message}
                author={people.find((person) => person.id === message.authorId)}
                player={player}
                isFirstOfRun={!before || !continues(before, message)}
                isRead={Number(message.id) <= readByOthers}
                onEdit={onEdit}
              />
            </Fragment>
          );
        })}
        {rows?.length === 0 && (
          <EmptyState className="my-auto" icon={<MessageCircle />} title={t("chat.none")} text={t("chat.noneText")} />
        )}
        {!rows && messages.error === null && <LoadingMessages />}
      </Transcript>
    </>
  );
}

function continues(before: Message, message: Message): boolean {
  if (before.authorId !== message.authorId || before.isSystem !== message.isSystem) return false;
  return Date.parse(message.at) - Date.parse(before.at) < RUN_MS;
}

function LoadingMessages() {
  return (
    <>
      <Skeleton className="h-9 w-1/2 rounded-xl" />
      <Skeleton className="h-9 w-2/5 self-end rounded-xl" />
      <Skeleton className="h-14 w-3/5 rounded-xl" />
    </>
  );
}
