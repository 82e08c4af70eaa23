import { Badge, Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";

const REFRESH_MS = 10_000;
/** The first status that says no. */
const REFUSED = 400;

/** What the gateway answers for one reason each; all else is told as one. */
const REFUSALS = ["400", "401", "409", "413", "415"] as const;
const refusalOf = (status: number) => REFUSALS.find((one) => one === String(status)) ?? "other";

/** What came to a source lately, masked, with what was answered and why. */
export function Samples({ portalId, hookId, name }: { portalId: string; hookId: string; name: string }) {
  const t = useTranslations();
  const locale = useLocale();
  const shortTime = useShortTime();
  const options = useTRPC().hook.samples.queryOptions({ portalId, hookId }, { refetchInterval: REFRESH_MS });
  const { data: samples, error, refetch } = useQuery(options);
  if (samples === undefined && error !== null) {
    return (
      <FailedState className="m-4" title={t("notifications.failed")} error={error} onRetry={() => void refetch()} />
    );
  }
  if (samples === undefined) return <Skeleton className="m-4 h-16" />;
  if (samples.length === 0) {
    return <p className="px-4 pb-3 text-ink-muted">{t("notifications.sources.samplesEmpty")}</p>;
  }
  return (
    <ul
      aria-label={t("notifications.sources.samplesOf", { name })}
      className="divide-y divide-line border-t border-line"
    >
      {samples.map(({ id, status, reason, body, at }) => (
        <li key={id} data-sample={status} className="flex flex-col gap-1.5 px-4 py-2.5">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={status < REFUSED ? "human" : "danger"}>{status}</Badge>
            <time dateTime={at} className="text-sm text-ink-muted">
              {shortTime(at)}
            </time>
            {status >= REFUSED && <span>{t(`notifications.sources.refusals.${refusalOf(status)}`)}</span>}
          </p>
          {reason !== null && (
            <p {...(reason[locale] === null && { lang: "en" })} className="text-sm wrap-anywhere text-ink-muted">
              {reason[locale] ?? reason.en}
            </p>
          )}
          <pre
            tabIndex={0}
            role="group"
            aria-label={t("notifications.sources.body")}
            className="max-h-48 overflow-auto rounded-md bg-sunken px-2 py-1.5 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {body}
          </pre>
        </li>
      ))}
    </ul>
  );
}
