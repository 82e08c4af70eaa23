import { Button, useToast } from "@botdeck/ui";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { FailureText } from "../../../components/failure-text.tsx";
import { MoreButton } from "../../../components/more-button.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { SessionItem } from "../sessions/session-item.tsx";
import { useTellFailure } from "../use-tell-failure.ts";
import { Section } from "./section.tsx";

/** Where one is signed in, and the way out of each. */
export function OwnSessions() {
  const t = useTranslations("access.sessions");
  const tRoom = useTranslations("access");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const query = useInfiniteQuery(
    trpc.account.sessions.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  const endOne = useMutation(trpc.account.endSession.mutationOptions());
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions());
  useLiveTopic("access", () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];

  async function act(doIt: () => Promise<string>) {
    try {
      toast.show({ title: await doIt() });
    } catch (error) {
      tellFailure(error);
    }
    await queryClient.invalidateQueries(trpc.account.sessions.infiniteQueryFilter());
  }

  return (
    <Section
      title={t("ownTitle")}
      text={t("ownText")}
      action={
        rows.length > 1 && (
          <Button
            isBusy={endOthers.isPending}
            onClick={() => void act(async () => t("endedOthers", await endOthers.mutateAsync()))}
          >
            {t("endOthers")}
          </Button>
        )
      }
    >
      {query.error !== null && query.data === undefined && (
        <p className="text-danger">
          <FailureText error={query.error} />
        </p>
      )}
      <ul className="-mb-2 divide-y divide-line">
        {rows.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            action={
              !session.isOwn && (
                <Button
                  size="sm"
                  onClick={() =>
                    void act(async () => {
                      await endOne.mutateAsync({ sessionId: session.id });
                      return t("ended");
                    })
                  }
                >
                  {t("end")}
                </Button>
              )
            }
          />
        ))}
      </ul>
      <MoreButton query={query} label={tRoom("more")} />
    </Section>
  );
}
