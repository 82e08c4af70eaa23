import { Badge, Button } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { FlaskConical } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FailedState } from "../../../components/failed-state.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import type { Rule } from "../rules/rule-types.ts";

type Result = inferRouterOutputs<AppRouter>["notificationRule"]["tryOut"];

type Props = {
  portalId: string;
  code: string | null;
  rule: Rule;
  /** There is something to mend before it can be tried. */
  isFaulty: boolean;
};

/** Tries the rule as it is written on last week's events. */
export function WhatIf({ portalId, code, rule, isFaulty }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { mutate, data, error, isPending, variables } = useMutation(
    useTRPC().notificationRule.tryOut.mutationOptions(),
  );
  const run = () => mutate({ portalId, code, rule, language: locale });
  // What was tried is no longer what is written.
  const isOld = data !== undefined && variables?.rule !== rule;
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h3 className="text-lg font-semibold">{t("notifications.whatIf.title")}</h3>
        <p className="text-ink-muted">{t("notifications.whatIf.text")}</p>
      </div>
      <Button className="self-start" isBusy={isPending} disabled={isFaulty} onClick={run}>
        {!isPending && <FlaskConical aria-hidden />}
        {t(isOld ? "notifications.whatIf.again" : "notifications.whatIf.run")}
      </Button>
      {error !== null && <FailedState title={t("notifications.whatIf.failed")} error={error} onRetry={run} />}
      <div aria-live="polite">{data !== undefined && !isOld && <WhatIfResult result={data} />}</div>
    </section>
  );
}

function WhatIfResult({ result }: { result: Result }) {
  const t = useTranslations("notifications.whatIf");
  const { looked, isBounded, about, told, toldNow, departments, failed, people, others, samples } = result;
  const shortTime = useShortTime();
  return (
    <div data-what-if className="flex flex-col gap-3">
      <p>
        <span className="text-xl font-semibold">{told === 0 ? t("none") : t("told", { count: told })}</span>
        {toldNow !== null && <span className="text-ink-muted"> · {t("now", { count: toldNow })}</span>}
      </p>
      <p className="text-sm text-ink-muted">
        {t("looked", { count: looked })}
        {isBounded && ` (${t("bounded")})`}. {about === 0 ? t("noneHint") : t("approximate")}
      </p>
      {departments.length > 0 && (
        <p className="text-sm text-warning">{t("departments", { ids: departments.join(", ") })}</p>
      )}
      {failed.count > 0 && (
        <p className="text-sm wrap-anywhere text-danger">
          {t("faults", { count: failed.count, reason: failed.reason ?? "" })}
        </p>
      )}
      {people.length > 0 && (
        <div>
          <h4 className="mb-1.5 font-medium">{t("people")}</h4>
          <ul className="flex flex-wrap gap-1.5">
            {people.map(({ dialogId, name, count }) => (
              <li key={dialogId} className="flex items-center gap-1.5 rounded-md bg-sunken px-2 py-0.5">
                <span className="wrap-anywhere">{name}</span>
                <span className="text-sm text-ink-muted">{t("times", { count })}</span>
              </li>
            ))}
            {others > 0 && <li className="px-1 py-0.5 text-ink-muted">{t("others", { count: others })}</li>}
          </ul>
        </div>
      )}
      {samples.length > 0 && (
        <div>
          <h4 className="mb-1.5 font-medium">{t("samples")}</h4>
          <ul className="divide-y divide-line rounded-md border border-line">
            {samples.map(({ id, subject, at, text, to }) => (
              <li key={id} className="px-3 py-2">
                <p className="wrap-anywhere">{text}</p>
                <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
                  <Badge>{subject}</Badge>
                  {shortTime(at)} · {t("to", { who: to.join(", ") })}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
