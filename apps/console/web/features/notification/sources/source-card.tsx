import { Badge, Button, StatusBadge, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../in-one-line.ts";
import { HookSettings } from "./hook-settings.tsx";
import { TestHook } from "./test-hook.tsx";
import { Samples } from "./samples.tsx";

export type Hook = inferRouterOutputs<AppRouter>["hook"]["list"]["hooks"][number];

type Props = {
  portalId: string;
  hook: Hook;
  botName: string;
  policies: readonly { id: string; name: string }[];
  mayChange: boolean;
};

/** One source: how much it posted and how much of it was refused, whether it may post, and what came last. */
export function SourceCard({ portalId, hook, botName, policies, mayChange }: Props) {
  const t = useTranslations("notifications.sources");
  const shortTime = useShortTime();
  const [isOpen, setIsOpen] = useState(false);
  const [isSetting, setIsSetting] = useState(false);
  const [isTesting, setIsTesting] = useState(false);
  /** After each its settings are read anew. */
  const [conflicts, setConflicts] = useState(0);
  const { name, kind, proof, isActive, accepted, refused, lastAcceptedAt } = hook;
  return (
    <li data-hook={name} className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-0 flex-1 basis-60 space-y-0.5">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium wrap-anywhere">{name}</span>
            <Badge>{t(`kinds.${kind}`)}</Badge>
            <StatusBadge tone={isActive ? "human" : "neutral"}>{t(isActive ? "open" : "closed")}</StatusBadge>
          </p>
          <p className="text-sm text-ink-muted">
            {inOneLine([
              t("accepted", { count: accepted }),
              t("refused", { count: refused }),
              lastAcceptedAt === null ? t("never") : t("last", { time: shortTime(lastAcceptedAt) }),
            ])}
          </p>
          <p className="text-sm text-ink-muted">
            <code className="font-mono break-all">{hook.address ?? `/hooks/${kind}/${hook.id}`}</code>
            {"\u00a0· "}
            {inOneLine([t(`proofs.${proof}`), t("bot", { name: botName })])}
          </p>
        </div>
        {mayChange && (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" aria-label={t("settingsOf", { name })} onClick={() => setIsSetting(true)}>
              {t("settings")}
            </Button>
            {hook.address !== null && isActive && (
              <Button size="sm" aria-label={t("testOf", { name })} onClick={() => setIsTesting(true)}>
                {t("test")}
              </Button>
            )}
            <OpenOrClose portalId={portalId} hook={hook} />
          </div>
        )}
        {isTesting && <TestHook portalId={portalId} hook={hook} onClose={() => setIsTesting(false)} />}
        {isSetting && (
          <HookSettings
            key={conflicts}
            portalId={portalId}
            hook={hook}
            policies={policies}
            onClose={() => setIsSetting(false)}
            onConflict={() => setConflicts((count) => count + 1)}
          />
        )}
      </div>
      <details className="group border-t border-line" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className="flex cursor-pointer list-none items-center gap-1.5 px-4 py-2 text-ink-muted hover:bg-sunken hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
          {t("samples")}
          <span className="sr-only">: {name}</span>
        </summary>
        {isOpen && <Samples portalId={portalId} hookId={hook.id} name={name} />}
      </details>
    </li>
  );
}

function OpenOrClose({ portalId, hook }: { portalId: string; hook: Hook }) {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { mutateAsync, isPending } = useMutation(trpc.hook.setActive.mutationOptions());
  const { name, isActive } = hook;
  const turn = async () => {
    try {
      await mutateAsync({ portalId, hookId: hook.id, isActive: !isActive });
      toast.show({ title: t(isActive ? "sources.wasClosed" : "sources.wasOpened", { name }) });
    } catch {
      toast.show({ title: t("notSaved"), tone: "danger" });
    }
    await queryClient.invalidateQueries(trpc.hook.list.queryFilter({ portalId }));
  };
  return (
    <Button
      size="sm"
      aria-label={t(isActive ? "sources.closeOf" : "sources.reopenOf", { name })}
      isBusy={isPending}
      onClick={() => void turn()}
    >
      {t(isActive ? "sources.close" : "sources.reopen")}
    </Button>
  );
}
