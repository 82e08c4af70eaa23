import { StatusBadge, type Tone } from "@botdeck/ui";
import { useFormatter, useTranslations } from "use-intl";

import { ClockTime } from "../../components/clock-time.tsx";
import { useNames } from "../../i18n/use-names.ts";
import type { Details } from "./details.tsx";
import { Fact, FactList, Facts } from "./facts.tsx";

const TONE: Record<NonNullable<Details["outcome"]>["kind"], Tone> = {
  abandoned: "danger",
  solved_presumed: "human",
  solved_confirmed: "human",
  handed_over: "warning",
};

/** What came of the client's visit, and why; of one under way, how far it is. */
export function OutcomeFacts({ details: { outcome, visit, isOutcomeOfVisit } }: { details: Details }) {
  const t = useTranslations("details");
  const format = useFormatter();
  const nameOf = useNames();
  if (outcome === null && visit === null) return null;
  return (
    <>
      {visit !== null && !isOutcomeOfVisit && (
        <Facts title={t("outcome")}>
          <p className="text-sm text-ink-muted">{t("open", { count: visit.answers })}</p>
        </Facts>
      )}
      {outcome !== null && (
        <Facts
          title={isOutcomeOfVisit ? t("outcome") : t("lastOutcome")}
          aside={
            <>
              <StatusBadge tone={TONE[outcome.kind]}>{nameOf("outcomes", outcome.kind)}</StatusBadge>
              <span className="text-sm text-ink-muted">
                <ClockTime at={outcome.decidedAt} />
              </span>
            </>
          }
        >
          <FactList>
            <Fact name={t("cause")}>{nameOf("causes", outcome.cause)}</Fact>
            <Fact name={t("rating")}>
              {outcome.rating === null ? t("noRating") : t("ratingOf", { rating: outcome.rating })}
            </Fact>
            {outcome.ratingComment !== null && <Fact name={t("comment")}>{outcome.ratingComment}</Fact>}
            <Fact name={t("answers")}>{format.number(outcome.answers)}</Fact>
            {outcome.firstResponseMs !== null && (
              <Fact name={t("firstResponse")}>
                {format.number(outcome.firstResponseMs / 1_000, {
                  style: "unit",
                  unit: "second",
                  maximumFractionDigits: 1,
                })}
              </Fact>
            )}
          </FactList>
          {outcome.recontactedAt !== null && (
            <p className="mt-1 text-sm text-warning">
              {t("recontact", { time: format.dateTime(new Date(outcome.recontactedAt), "clock") })}
            </p>
          )}
        </Facts>
      )}
    </>
  );
}
