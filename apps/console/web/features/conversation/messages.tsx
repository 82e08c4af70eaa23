import { Button, DayDivider, Transcript } from "@botdeck/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { useTRPC } from "../../trpc.ts";
import { MessageItem } from "./message-item.tsx";
import { MessagesSkeleton } from "./messages-skeleton.tsx";
import { mergeTimeline } from "./panel/merge-timeline.ts";
import { NoteItem } from "./panel/note-item.tsx";
import { useDayName } from "./use-day-name.ts";

type Props = { conversationId: string; personName: string };

/** What was said and what colleagues noted meanwhile, oldest first. Earlier pages come when asked for. */
export function Messages({ conversationId, personName }: Props) {
  const t = useTranslations("conversation");
  const dayName = useDayName();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.conversation.messages.infiniteQueryOptions(
      { conversationId },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const { data: notes = [] } = useQuery(trpc.conversation.notes.queryOptions({ id: conversationId }));
  if (query.isPending) return <MessagesSkeleton />;
  if (query.isError && query.data === undefined) {
    return (
      <div className="min-h-0 flex-1 p-3">
        <FailedState title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  const messages = query.data.pages.toReversed().flatMap((page) => page.rows);
  return (
    <Transcript label={t("transcript", { name: personName })} conversationId={conversationId}>
      {query.hasNextPage && (
        <Button
          size="sm"
          variant="ghost"
          className="self-center"
          isBusy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("earlier")}
        </Button>
      )}
      {messages.length + notes.length === 0 && <p className="m-auto text-ink-muted">{t("empty")}</p>}
      {mergeTimeline(messages, notes, query.hasNextPage).map((item) => {
        if (item.kind === "day") return <DayDivider key={item.day} text={dayName(item.day)} />;
        if (item.kind === "note") return <NoteItem key={item.note.id} note={item.note} />;
        const { message, isFirstOfAuthor } = item;
        return (
          <MessageItem
            key={message.id}
            conversationId={conversationId}
            message={message}
            isFirstOfAuthor={isFirstOfAuthor}
          />
        );
      })}
    </Transcript>
  );
}
