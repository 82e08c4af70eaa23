import { Button, cn, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Stethoscope, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";

import { FaultNote } from "../../components/fault/fault-note.tsx";
import { useShortTime } from "../../components/use-short-time.ts";
import { useTRPC } from "../../trpc.ts";
import { type PortalDetails, PortalHealth } from "./portal-look.tsx";
import { type Finding, useFindingWords } from "./use-finding-words.ts";
import { useRole } from "./use-role.ts";

const LOOK = {
  ok: { Icon: CircleCheck, className: "text-human" },
  warning: { Icon: TriangleAlert, className: "text-warning" },
  problem: { Icon: CircleAlert, className: "text-danger" },
} as const;

/** What the latest look at the portal found, worst first, each with what to do. */
export function Health({ portal }: { portal: PortalDetails }) {
  const t = useTranslations("portals.health");
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const when = useShortTime();
  const { isLead } = useRole();
  const { id: portalId, health, findings, problem } = portal;
  const { mutate, isPending } = useMutation(
    trpc.portal.check.mutationOptions({
      onError: () => toast.show({ title: t("askFailed"), tone: "danger" }),
      onSettled: () => queryClient.invalidateQueries(trpc.portal.get.queryFilter({ portalId })),
    }),
  );
  const isAsked = health.isAsked || isPending;
  return (
    <section aria-labelledby="health" className="flex flex-col gap-2">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 id="health" className="font-semibold">
          {t("title")}
        </h2>
        <PortalHealth health={health} />
        <p role="status" className="flex-1 text-sm text-ink-muted">
          {isAsked ? t("asked") : health.checkedAt !== null && t("checkedAt", { time: when(health.checkedAt) })}
        </p>
        {isLead ? (
          <Button size="sm" isBusy={isAsked} onClick={() => mutate({ portalId })}>
            {!isAsked && <Stethoscope aria-hidden />}
            {t("now")}
          </Button>
        ) : (
          <p className="text-sm text-ink-muted">{t("readOnly")}</p>
        )}
      </header>
      {problem !== null && (
        <div className="wrap-anywhere">
          <p className="text-danger">{t("problem")}</p>
          <FaultNote text={problem} />
        </div>
      )}
      {findings.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {findings.map((finding) => (
            <FindingRow key={finding.code} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const t = useTranslations("portals.health.level");
  const { title, text, fault } = useFindingWords()(finding);
  const { Icon, className } = LOOK[finding.level];
  return (
    <li data-finding={finding.code} className="flex gap-3 px-4 py-2.5">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", className)} />
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row">
        <p className="shrink-0 font-medium sm:w-36">
          {title}
          <span className="sr-only">: {t(finding.level)}</span>
        </p>
        <div className="min-w-0 flex-1 text-pretty wrap-anywhere">
          <p className={cn(finding.level === "ok" && "text-ink-muted")}>{text}</p>
          {fault !== null && <FaultNote text={fault} />}
        </div>
      </div>
    </li>
  );
}
