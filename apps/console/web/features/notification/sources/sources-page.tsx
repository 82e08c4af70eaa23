import { Button, EmptyState } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Plug, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { useRole } from "../use-role.ts";
import { MadeHook, type NewHook } from "./made-hook.tsx";
import { NewHookDialog } from "./new-hook-dialog.tsx";
import { SourceCard } from "./source-card.tsx";

/** Counts go up by themselves; the page looks so often. */
const REFRESH_MS = 10_000;

/** The addresses to which other systems post, with what came. */
export function SourcesPage() {
  const t = useTranslations("notifications.sources");
  const portalId = usePortalId();
  const { isAdmin } = useRole();
  const options = useTRPC().hook.list.queryOptions({ portalId }, { refetchInterval: REFRESH_MS });
  const { data, error, refetch } = useQuery(options);
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<NewHook | null>(null);
  const add = (
    <Button variant="primary" onClick={() => setIsMaking(true)}>
      <Plus aria-hidden />
      {t("add")}
    </Button>
  );
  const hooks = data?.hooks ?? [];
  return (
    <RoomPage
      title={t("title")}
      tabTitle={t("title")}
      text={t("text")}
      isPending={data === undefined}
      error={data === undefined ? error : null}
      onRetry={() => void refetch()}
      actions={isAdmin && hooks.length > 0 && add}
    >
      {hooks.length === 0 && (
        <EmptyState
          icon={<Plug />}
          title={t("empty.title")}
          text={t(isAdmin ? "empty.text" : "empty.askAdmin")}
          action={isAdmin && add}
        />
      )}
      <ul className="flex flex-col gap-3">
        {hooks.map((hook) => (
          <SourceCard
            key={hook.id}
            portalId={portalId}
            hook={hook}
            botName={data?.bots.find(({ id }) => id === hook.botId)?.name ?? hook.botCode}
            policies={data?.policies ?? []}
            mayChange={isAdmin}
          />
        ))}
      </ul>
      {data?.isBounded === true && <p className="text-ink-muted">{t("bounded", { count: hooks.length })}</p>}
      <NewHookDialog
        portalId={portalId}
        bots={data?.bots ?? []}
        isOpen={isMaking}
        onClose={() => setIsMaking(false)}
        onMade={(hook) => {
          setIsMaking(false);
          setMade(hook);
        }}
      />
      <MadeHook
        hook={made}
        address={hooks.find(({ id }) => id === made?.id)?.address ?? null}
        onClose={() => setMade(null)}
      />
    </RoomPage>
  );
}
