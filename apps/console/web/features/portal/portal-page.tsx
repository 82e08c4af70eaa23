import { Button, EmptyState, Spinner, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { PlugZap, SearchX, Unplug } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FaultNote } from "../../components/fault/fault-note.tsx";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useLiveTopic } from "../../live/live-context.ts";
import { failureOf, useTRPC } from "../../trpc.ts";
import { Health } from "./health.tsx";
import { PortalBots } from "./portal-bots.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { type PortalDetails, PortalState, stateOf } from "./portal-look.tsx";
import { Served } from "./served.tsx";
import { useRole } from "./use-role.ts";
import { useSave } from "./use-save.ts";

/** One portal: how it is, its bots, and what is set about it. */
export function PortalPage({ portalId }: { portalId: string }) {
  const t = useTranslations("portals");
  const { isAdmin } = useRole();
  const { data: portal, error, refetch } = useQuery(useTRPC().portal.get.queryOptions({ portalId }));
  useLiveTopic("portals", () => void refetch());
  const isMissing = portal === undefined && error !== null && failureOf(error).code === "NOT_FOUND";
  return (
    <PortalFrame
      title={portal?.domain ?? t("title")}
      text={portal === undefined ? undefined : t(`auth.${portal.auth}`)}
      badge={portal !== undefined && <PortalState portal={portal} />}
      actions={portal !== undefined && isAdmin && portal.state !== "removed" && <Disconnect portal={portal} />}
      isBelowList
      isPending={portal === undefined && !isMissing}
      error={portal === undefined && !isMissing ? error : null}
      failed={t("oneFailed")}
      onRetry={() => void refetch()}
    >
      {isMissing && <EmptyState icon={<SearchX />} title={t("missing")} />}
      {portal !== undefined && <Content portal={portal} />}
    </PortalFrame>
  );
}

function Content({ portal }: { portal: PortalDetails }) {
  const isServed = portal.state === "active" || portal.state === "reauth";
  return (
    <>
      <Unconnected portal={portal} />
      {isServed && <Health portal={portal} />}
      <PortalBots portal={portal} />
      <Served portal={portal} />
    </>
  );
}

/** Why a portal is not served, and what can be done about it. */
function Unconnected({ portal }: { portal: PortalDetails }) {
  const t = useTranslations("portals");
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { isAdmin } = useRole();
  const { id: portalId, auth, health, problem, stateReason } = portal;
  const state = stateOf(portal);
  const { mutate, isPending } = useMutation(
    trpc.portal.retry.mutationOptions({
      onSuccess: () => toast.show({ title: t("again.asked") }),
      onError: (error) => {
        const isConflict = failureOf(error).code === "CONFLICT";
        toast.show({ title: t(isConflict ? "limits.conflict" : "again.failed"), tone: "danger" });
      },
      onSettled: () => queryClient.invalidateQueries(trpc.portal.get.queryFilter({ portalId })),
    }),
  );
  if (state === "active") return null;
  const mayRetry = isAdmin && auth === "webhook" && (state === "failed" || state === "removed") && !health.isAsked;
  return (
    <div role="status" className="flex flex-wrap items-start gap-3 rounded-lg border border-line bg-surface px-4 py-3">
      {state === "pending" ? <Spinner /> : <PlugZap aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />}
      <div className="min-w-0 flex-1 basis-60 text-pretty wrap-anywhere">
        {stateReason !== null && <FaultNote text={stateReason} />}
        {state === "pending" && <p>{t("pending.text")}</p>}
        {state === "removed" && health.isAsked && <p className="text-ink-muted">{t("disconnect.leaving")}</p>}
        {state === "removed" && problem !== null && (
          <>
            <p className="text-danger">{t("disconnect.left")}</p>
            <FaultNote text={problem} />
          </>
        )}
      </div>
      {mayRetry && (
        <Button isBusy={isPending} onClick={() => mutate({ portalId, seen: portal.state })}>
          {t(state === "failed" ? "again.retry" : "again.open")}
        </Button>
      )}
    </div>
  );
}

function Disconnect({ portal }: { portal: PortalDetails }) {
  const t = useTranslations("portals.disconnect");
  const save = useSave(portal.id);
  /** As it was when the question came up: the page follows what others do meanwhile. */
  const [seen, setSeen] = useState<PortalDetails["state"] | null>(null);
  const { mutateAsync, isPending } = useMutation(useTRPC().portal.disconnect.mutationOptions());
  const { domain } = portal;
  return (
    <>
      <Button onClick={() => setSeen(portal.state)}>
        <Unplug aria-hidden />
        {t("open")}
      </Button>
      {seen !== null && (
        <ReasonDialog
          title={t("title", { domain })}
          text={t("text")}
          labels={{
            reason: t("reason"),
            reasonHint: t("reasonHint"),
            reasonMissing: t("reasonMissing"),
            cancel: t("cancel"),
            submit: t("submit"),
          }}
          isBusy={isPending}
          onClose={() => setSeen(null)}
          onSubmit={(reason) => {
            const done = t("done", { domain });
            void save(() => mutateAsync({ portalId: portal.id, reason, seen }), done).then(() => setSeen(null));
          }}
        />
      )}
    </>
  );
}
