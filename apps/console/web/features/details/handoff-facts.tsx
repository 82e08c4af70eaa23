import { StatusBadge, type Tone } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { ClockTime } from "../../components/clock-time.tsx";
import { useNames } from "../../i18n/use-names.ts";
import { useTopicName } from "../../i18n/use-topic-name.ts";
import type { Details } from "./details.tsx";
import { Fact, FactList, Facts } from "./facts.tsx";

type Handoff = NonNullable<Details["handoff"]>;

const TONE: Record<Handoff["state"], Tone> = {
  queued: "warning",
  human: "human",
  returning: "bot",
  ended: "neutral",
};

/** The hand-over to people: how it stands, why it was, and everybody it went to. */
export function HandoffFacts({ handoff }: { handoff: Handoff }) {
  const t = useTranslations("details");
  const nameOf = useNames();
  const topicName = useTopicName();
  const { state, endedAs, topic, cause, trail } = handoff;
  const since = sinceOf(handoff);
  return (
    <Facts
      title={t("handoff")}
      aside={
        <>
          <StatusBadge tone={TONE[state]}>
            {nameOf("handoffStates", state)}
            {endedAs !== null && `: ${nameOf("handoffEnds", endedAs)}`}
          </StatusBadge>
          <span className="text-sm text-ink-muted">
            <ClockTime at={since} />
          </span>
        </>
      }
    >
      <FactList>
        {topic !== null && <Fact name={t("topic")}>{topicName(topic)}</Fact>}
        <Fact name={t("cause")}>{nameOf("causes", cause)}</Fact>
        <Fact name={t("trail")}>
          <ol className="flex flex-col gap-0.5">
            {trail.map(({ at, kind, id, name }) => (
              <li key={`${at} ${kind} ${id}`} className="flex gap-2">
                <span className="min-w-11 shrink-0 whitespace-nowrap text-ink-muted tabular-nums">
                  <ClockTime at={at} />
                </span>
                <span className="min-w-0">
                  {name ?? (kind === "operator" ? t("stopOperator", { id }) : t("stopQueue", { id }))}
                </span>
              </li>
            ))}
          </ol>
        </Fact>
      </FactList>
    </Facts>
  );
}

/** Since when it stands as it does. */
function sinceOf({ state, requestedAt, takenAt, endedAt, trail }: Handoff): string {
  if (state === "ended") return endedAt ?? requestedAt;
  return state === "queued" ? (trail.at(-1)?.at ?? requestedAt) : (takenAt ?? requestedAt);
}
