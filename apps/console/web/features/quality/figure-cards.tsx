import { useFormatter, useTranslations } from "use-intl";

import { type Change, FigureCard } from "./figure-card.tsx";
import { FigureLink } from "./figure-link.tsx";
import type { Figures, Previous, Share, Times } from "./quality-data.ts";
import type { FigureName } from "./search.ts";
import { useDayText } from "./use-day-text.ts";
import { useDuration } from "./use-duration.ts";
import { usePercent } from "./use-percent.ts";

/** Less than a tenth of a percentage point is shown as none. */
const LEAST_SHARE = 0.0005;
/** A median that differs by less may be the same: times are kept in buckets. */
const LEAST_RATIO = 0.1;

/** All figures of a period beside those of the period before. */
export function FigureCards({ current, previous }: { current: Figures; previous: Previous | null }) {
  const t = useTranslations("quality");
  const format = useFormatter();
  const percent = usePercent();
  const duration = useDuration();
  const dayText = useDayText();
  return (
    <section aria-label={t("figures")} className="grid grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))] gap-3">
      <FigureCard
        name={t("card.decided.name")}
        definition={t("card.decided.definition")}
        value={<FigureLink to={{ figure: "decided" }}>{format.number(current.decided)}</FigureLink>}
        basis={
          previous === null
            ? null
            : t("before", { value: format.number(previous.decided), period: dayText.period(previous.period) })
        }
        change={null}
      />
      {shareCard("containment", "contained", current.containment, previous?.containment, true)}
      {current.durable === null ? (
        <FigureCard
          name={t("card.durable.name")}
          definition={t("card.durable.definition")}
          value="–"
          basis={t("card.durable.tooEarly")}
          change={null}
        />
      ) : (
        shareCard("durable", "durable", current.durable, previous?.durable ?? undefined, true, current.durable.period)
      )}
      {shareCard("handedOver", "handed_over", current.handedOver, previous?.handedOver, false)}
      {shareCard("abandoned", "abandoned", current.abandoned, previous?.abandoned, false)}
      {shareCard("recontact", "recontacted", current.recontact, previous?.recontact, false)}
      {shareCard("satisfaction", "satisfied", current.satisfaction, previous?.satisfaction, true)}
      {timesCard("firstResponse", "responded", current.firstResponse, previous?.firstResponse)}
      {timesCard("humanResponse", "human_responded", current.humanResponse, previous?.humanResponse)}
      {timesCard("answers", null, current.answers, previous?.answers)}
    </section>
  );

  function shareCard(
    name: "containment" | "durable" | "handedOver" | "abandoned" | "recontact" | "satisfaction",
    figure: FigureName,
    now: Share,
    before: Share | undefined,
    isMoreBetter: boolean,
    period?: { from: string; to: string },
  ) {
    const link = { figure, ...period };
    const rating =
      name === "satisfaction" && current.meanRating !== null ? t("meanRating", { rating: current.meanRating }) : "";
    return (
      <FigureCard
        name={t(`card.${name}.name`)}
        definition={t(`card.${name}.definition`)}
        value={
          <FigureLink to={link} label={t("open", { name: t(`card.${name}.name`), value: percent(now.share) })}>
            {percent(now.share)}
          </FigureLink>
        }
        basis={`${t(`card.${name}.basis`, { part: now.part, whole: now.whole })}${rating}`}
        change={shareChange(now, before, isMoreBetter)}
      />
    );
  }

  function shareChange(now: Share, before: Share | undefined, isMoreBetter: boolean): Change | null {
    if (now.share === null || before === undefined || before.share === null) return null;
    const by = now.share - before.share;
    // Intl's minus is a hyphen in both languages.
    const points = format.number(by * 100, { maximumFractionDigits: 1, signDisplay: "always" }).replace("-", "−");
    return { by: Math.abs(by) < LEAST_SHARE ? 0 : by, text: t("change.points", { points }), isMoreBetter };
  }

  function timesCard(
    name: "firstResponse" | "humanResponse" | "answers",
    figure: FigureName | null,
    now: Times | null,
    before: Times | null | undefined,
  ) {
    const value = (ms: number | null) => (ms === null ? "–" : duration(ms));
    const slowest = now?.p95Ms ?? null;
    const p95 = value(slowest);
    return (
      <FigureCard
        name={t(`card.${name}.name`)}
        definition={t(`card.${name}.definition`)}
        value={
          figure === null || now === null ? (
            value(now?.p50Ms ?? null)
          ) : (
            <FigureLink to={{ figure }} label={t("open", { name: t(`card.${name}.name`), value: value(now.p50Ms) })}>
              {value(now.p50Ms)}
            </FigureLink>
          )
        }
        basis={
          now === null ? (
            t("notApart")
          ) : now.count === 0 ? (
            t(`card.${name}.basis`, { count: 0 })
          ) : (
            <>
              {t("half")}{" "}
              {figure === null || slowest === null ? (
                t("p95", { value: p95 })
              ) : (
                <FigureLink to={{ figure, slow: slowest }} className="underline">
                  {t("p95", { value: p95 })}
                </FigureLink>
              )}
              {"; "}
              {t(`card.${name}.basis`, { count: now.count })}
            </>
          )
        }
        change={timesChange(now, before)}
      />
    );
  }

  function timesChange(now: Times | null, before: Times | null | undefined): Change | null {
    const [after, earlier] = [now?.p50Ms ?? null, before?.p50Ms ?? null];
    if (after === null || earlier === null || earlier === 0) return null;
    const by = after / earlier - 1;
    const text = t("change.from", { value: duration(earlier) });
    return { by: Math.abs(by) < LEAST_RATIO ? 0 : by, text, isMoreBetter: false };
  }
}
