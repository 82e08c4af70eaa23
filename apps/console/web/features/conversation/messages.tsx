import { Button, DayDivider, ErrorState, Skeleton, Transcript } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { FailureText } from "../../components/failure-text.tsx";
import { useTRPC } from "../../trpc.ts";
import { groupMessages } from "./group-messages.ts";
import { MessageItem } from "./message-item.tsx";
import { useDayName } from "./use-day-name.ts";

type Props = { conversationId: string; personName: string };

/** What was said, oldest first. Earlier pages come when asked for. */
export function Messages({ conversationId, personName }: Props) {
  const t = useTranslations();
  const dayName = useDayName();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.conversation.messages.infiniteQueryOptions(
      { conversationId },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  if (query.isPending) return <MessagesSkeleton />;
  if (query.isError && query.data === undefined) {
    return (
      <div className="min-h-0 flex-1 p-3">
        <ErrorState
          title={t("conversation.failed")}
          text={<FailureText error={query.error} />}
          retryLabel={t("app.retry")}
          onRetry={() => void query.refetch()}
        />
      </div>
    );
  }
  const messages = query.data.pages.toReversed().flatMap((page) => page.rows);
  return (
    <Transcript label={t("conversation.transcript", { name: personName })} conversationId={conversationId}>
      {query.hasNextPage && (
        <Button
          size="sm"
          variant="ghost"
          className="self-center"
          isBusy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("conversation.earlier")}
        </Button>
      )}
      {messages.length === 0 && <p className="m-auto text-ink-muted">{t("conversation.empty")}</p>}
      {groupMessages(messages).map((item) =>
        item.kind === "day" ? (
          <DayDivider key={item.day} text={dayName(item.day)} />
        ) : (
          <MessageItem key={item.message.id} message={item.message} isFirstOfAuthor={item.isFirstOfAuthor} />
        ),
      )}
    </Transcript>
  );
}

export function MessagesSkeleton() {
  const t = useTranslations("conversation");
  return (
    <div role="status" aria-label={t("loading")} className="flex min-h-0 flex-1 flex-col justify-end gap-3 p-4">
      <Skeleton className="h-10 w-3/5 rounded-xl" />
      <Skeleton className="h-16 w-4/5 self-end rounded-xl" />
      <Skeleton className="h-10 w-2/5 rounded-xl" />
    </div>
  );
}
