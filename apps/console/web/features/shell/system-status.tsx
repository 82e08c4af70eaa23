import { cn, type Tone, toneText } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";
import { LastOutage } from "./last-outage.tsx";

const REFRESH_MS = 15_000;

/** Whether everything gets through: what waits, what is in doubt, what is dead. For leads and admins. */
export function SystemStatus() {
  const t = useTranslations("system");
  const trpc = useTRPC();
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const maySee = me?.role === "lead" || me?.role === "admin";
  const { data: status, isError } = useQuery(
    trpc.system.status.queryOptions(undefined, { enabled: maySee, refetchInterval: REFRESH_MS }),
  );
  if (!maySee) return null;

  const lines =
    status &&
    ([
      { key: "incoming", count: status.inboxWaiting, tone: "neutral" },
      { key: "outgoing", count: status.outboxOpen, tone: "neutral" },
      { key: "inDoubt", count: status.outboxUncertain, tone: "warning" },
      { key: "dead", count: status.inboxDead + status.outboxDead, tone: "danger" },
    ] as const);
  const told = lines?.filter((line) => line.count > 0) ?? [];

  return (
    <section
      aria-label={t("title")}
      data-system-status
      className="rounded-lg border border-line bg-surface px-2.5 py-2 text-sm"
    >
      <h2 className="mb-0.5 text-xs font-medium text-ink-muted">{t("title")}</h2>
      {isError && <StatusLine tone="warning" text={t("unknown")} />}
      {!isError && status && told.length === 0 && <StatusLine tone="human" text={t("calm")} />}
      {!isError && told.map(({ key, count, tone }) => <StatusLine key={key} tone={tone} text={t(key)} count={count} />)}
      <LastOutage refreshMs={REFRESH_MS} />
    </section>
  );
}

type LineProps = { tone: Tone; text: string; count?: number };

function StatusLine({ tone, text, count }: LineProps) {
  const format = useFormatter();
  return (
    <p className="flex items-center gap-2">
      <span aria-hidden className={cn("size-1.5 rounded-full bg-current", toneText[tone])} />
      <span className="flex-1">{text}</span>
      {count !== undefined && (
        <span className={cn("font-medium tabular-nums", toneText[tone])}>{format.number(count)}</span>
      )}
    </p>
  );
}
