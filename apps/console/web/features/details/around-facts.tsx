import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";

import { ClockTime } from "../../components/clock-time.tsx";
import { useNames } from "../../i18n/use-names.ts";
import { useTopicName } from "../../i18n/use-topic-name.ts";
import { EffectName } from "../conversation/panel/effect-name.tsx";
import { EffectStatus } from "../conversation/panel/effect-status.tsx";
import { type AroundConversation, useAround } from "../conversation/panel/use-around.ts";
import { Facts } from "./facts.tsx";

/** Effects that are shown until somebody asks for all. */
const FEW_EFFECTS = 6;

/** What stands around a conversation: CRM, workflows, deliveries, and what the client did before. Parts without anything are left out. */
export function AroundFacts({ conversationId }: { conversationId: string }) {
  const around = useAround(conversationId);
  if (around === undefined) return null;
  const { records, workflows, effects, visits, others } = around;
  return (
    <>
      {records.length > 0 && <Records records={records} />}
      {workflows.length > 0 && <Workflows workflows={workflows} />}
      {effects.length > 0 && <Effects effects={effects} />}
      {visits.length + others.length > 0 && <Before visits={visits} others={others} />}
    </>
  );
}

function Records({ records }: Pick<AroundConversation, "records">) {
  const t = useTranslations("around");
  return (
    <Facts title={t("crm")}>
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {records.map(({ id, url }) => (
          <li key={id}>
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex items-center gap-1 text-accent hover:underline"
            >
              {t("lead", { id })}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          </li>
        ))}
      </ul>
    </Facts>
  );
}

function Workflows({ workflows }: Pick<AroundConversation, "workflows">) {
  const t = useTranslations("around");
  const nameOf = useNames();
  return (
    <Facts title={t("workflows")}>
      <ul className="flex flex-col gap-1 text-sm">
        {workflows.map(({ id, kind, state, step, createdAt, endedAt }) => (
          <li key={id} className="flex gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <Link
                to="/workflows/$id"
                params={{ id }}
                className="inline-block min-h-6 text-accent underline underline-offset-2"
              >
                {nameOf("workflows", kind)}
              </Link>
              <span className="text-ink-muted">
                {": "}
                {step === null ? t(`workflowStates.${state}`) : nameOf("workflowSteps", step)}
              </span>
            </span>
            <span className="shrink-0 text-ink-muted tabular-nums">
              <ClockTime at={endedAt ?? createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </Facts>
  );
}

function Effects({ effects }: Pick<AroundConversation, "effects">) {
  const t = useTranslations("around");
  return (
    <Facts title={t("effects")}>
      <EffectList effects={effects.slice(0, FEW_EFFECTS)} />
      {effects.length > FEW_EFFECTS && (
        <details className="mt-1">
          <summary className="cursor-pointer text-sm text-accent">{t("allEffects", { count: effects.length })}</summary>
          <EffectList effects={effects.slice(FEW_EFFECTS)} />
        </details>
      )}
    </Facts>
  );
}

function EffectList({ effects }: Pick<AroundConversation, "effects">) {
  const t = useTranslations("around");
  return (
    <ul className="mt-1 flex flex-col gap-1.5 text-sm">
      {effects.map(({ id, kind, status, tries, lastError, createdAt, nextAt }) => (
        <li key={id} data-effect={status}>
          <div className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              <EffectName kind={kind} />
            </span>
            {tries.length > 1 && <span className="shrink-0 text-ink-muted">{t("tries", { count: tries.length })}</span>}
            <EffectStatus status={status} />
            <span className="shrink-0 text-ink-muted tabular-nums">
              <ClockTime at={createdAt} />
            </span>
          </div>
          {lastError !== null && status !== "sent" && <p className="wrap-anywhere text-ink-muted">{lastError}</p>}
          {nextAt !== null && tries.length > 0 && (
            <p className="text-ink-muted">{t.rich("next", { time: () => <ClockTime at={nextAt} /> })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Before({ visits, others }: Pick<AroundConversation, "visits" | "others">) {
  const t = useTranslations("around");
  const nameOf = useNames();
  const topicName = useTopicName();
  return (
    <Facts title={t("before")}>
      <ul className="flex flex-col gap-1 text-sm">
        {visits.map(({ id, kind, topic, beganAt, rating }) => (
          <li key={id} className="flex gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {[nameOf("outcomes", kind), topic && topicName(topic), rating && t("rating", { rating })]
                .filter((part) => part)
                .join(" · ")}
            </span>
            <span className="shrink-0 text-ink-muted tabular-nums">
              <ClockTime at={beganAt} />
            </span>
          </li>
        ))}
        {others.map(({ id, botName, topic, lastMessageAt }) => (
          <li key={id} className="flex gap-2">
            <Link
              to="/conversations"
              search={{ queue: "all", id }}
              className="min-w-0 flex-1 wrap-anywhere text-accent hover:underline"
            >
              {[t("other", { bot: botName }), topic && topicName(topic)].filter((part) => part).join(" · ")}
            </Link>
            <span className="shrink-0 text-ink-muted tabular-nums">
              <ClockTime at={lastMessageAt} />
            </span>
          </li>
        ))}
      </ul>
    </Facts>
  );
}
