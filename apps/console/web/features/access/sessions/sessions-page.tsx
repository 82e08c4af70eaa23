import { Button, EmptyState, useToast } from "@botdeck/ui";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { MonitorOff } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { AccessFrame } from "../access-frame.tsx";
import { useTellFailure } from "../use-tell-failure.ts";
import { SessionItem, type ShownSession } from "./session-item.tsx";

/** Everybody's sessions, or one person's, the one seen last first. */
export function SessionsPage() {
  const t = useTranslations("access.sessions");
  const tRoom = useTranslations("access");
  const { person } = useSearch({ from: "/_app/access/sessions" });
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const query = useInfiniteQuery(
    trpc.session.list.infiniteQueryOptions({ userId: person ?? null }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const end = useMutation(trpc.session.end.mutationOptions());
  useLiveTopic("access", () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];

  async function revoke({ id, userName }: ShownSession) {
    try {
      await end.mutateAsync({ sessionId: id });
      toast.show({ title: t("revoked", { name: userName }) });
    } catch (error) {
      tellFailure(error);
    }
    await queryClient.invalidateQueries(trpc.session.list.infiniteQueryFilter());
  }

  return (
    <AccessFrame
      title={person !== undefined && rows[0] !== undefined ? t("of", { name: rows[0].userName }) : t("title")}
      text={t("text")}
      actions={
        person !== undefined && (
          <Link to="/access/sessions" search={{}} className="text-accent underline underline-offset-2">
            {t("all")}
          </Link>
        )
      }
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 ? (
        <EmptyState icon={<MonitorOff />} title={t("empty.title")} text={t("empty.text")} />
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
          {rows.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              owner={
                <Link
                  to="/access/sessions"
                  search={{ person: session.userId }}
                  title={session.userEmail}
                  className="font-medium underline-offset-2 wrap-anywhere hover:underline"
                >
                  {session.userName}
                </Link>
              }
              action={
                !session.isOwn && (
                  <Button
                    size="sm"
                    aria-label={`${t("revoke")}: ${session.userName}`}
                    onClick={() => void revoke(session)}
                  >
                    {t("revoke")}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={tRoom("more")} />
    </AccessFrame>
  );
}
