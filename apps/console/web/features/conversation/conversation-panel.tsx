import { buttonLook, EmptyState, StatusBadge, ToastProvider } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { MessageCircleOff } from "lucide-react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { RoomTexts } from "../../i18n/room-texts.tsx";
import { useTopicName } from "../../i18n/use-topic-name.ts";
import type { Conversation } from "../../live/open-stream.ts";
import { failureOf, useTRPC } from "../../trpc.ts";
import { ConversationDetails } from "../details/details.tsx";
import { MessagesSkeleton } from "./messages-skeleton.tsx";
import { Messages } from "./messages.tsx";
import { PanelFrame } from "./panel-frame.tsx";
import { Composer } from "./panel/composer.tsx";
import { DeskBar } from "./panel/desk-bar.tsx";
import { useDesk } from "./panel/use-desk.ts";
import { useDeskActs } from "./panel/use-desk-acts.ts";
import { Viewers } from "./panel/viewers.tsx";
import { QUEUE_TONE, queueOf } from "./queue-of.ts";

type Props = { id: string; onClose: () => void };

/** The open conversation: who it is, what stands behind it, what was said, and who leads. */
export function ConversationPanel({ id, onClose }: Props) {
  const t = useTranslations();
  const { data: conversation, error, refetch } = useQuery(useTRPC().conversation.byId.queryOptions({ id }));

  if (error !== null && conversation === undefined) {
    const isMissing = failureOf(error).code === "NOT_FOUND";
    return isMissing ? (
      <EmptyState
        className="h-full"
        icon={<MessageCircleOff />}
        title={t("conversation.missing.title")}
        text={t("conversation.missing.text")}
        action={
          <button type="button" className={buttonLook()} onClick={onClose}>
            {t("conversation.missing.action")}
          </button>
        }
      />
    ) : (
      <FailedState className="m-3" title={t("conversation.failed")} error={error} onRetry={() => void refetch()} />
    );
  }
  return (
    <PanelFrame
      openId={id}
      heading={conversation && <Heading conversation={conversation} />}
      aside={
        conversation && (
          <>
            <RoomTexts room="conversation" fallback={null}>
              <Viewers conversationId={id} />
            </RoomTexts>
            <StatusBadge tone={QUEUE_TONE[queueOf(conversation)]}>
              {t(`conversations.states.${queueOf(conversation)}`)}
            </StatusBadge>
          </>
        )
      }
      onClose={onClose}
    >
      <RoomTexts room="conversation" fallback={<MessagesSkeleton />}>
        <ToastProvider closeLabel={t("app.close")} corner="top">
          <Desk id={id} conversation={conversation} />
        </ToastProvider>
      </RoomTexts>
    </PanelFrame>
  );
}

/** What can be done, what stands behind it, what was said, and where one writes. */
function Desk({ id, conversation }: { id: string; conversation: Conversation | undefined }) {
  const desk = useDesk(id);
  const acts = useDeskActs(id);
  return (
    <>
      {conversation && desk && <DeskBar id={id} topic={conversation.topic} desk={desk} acts={acts} />}
      <ConversationDetails id={id} />
      <Messages conversationId={id} personName={conversation?.personName ?? ""} />
      {conversation && desk && <Composer conversation={conversation} desk={desk} acts={acts} />}
    </>
  );
}

function Heading({ conversation }: { conversation: Conversation }) {
  const t = useTranslations();
  const topicName = useTopicName();
  const { personName, dialogType, portalDomain, topic } = conversation;
  const facts = [t(`conversation.kinds.${dialogType}`), portalDomain, topic && topicName(topic)].filter(
    (fact) => fact !== null,
  );
  return (
    <>
      <h2 className="truncate text-lg leading-5 font-semibold">
        {personName === "" ? t("conversations.noName") : personName}
      </h2>
      <p className="truncate text-ink-muted">{facts.join(" · ")}</p>
    </>
  );
}
