import { cn, Input } from "@botdeck/ui";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import { isPeriod, lengthOf, type Period, PERIOD_DAYS, type QualitySearch } from "./search.ts";

/** Which days are looked at: a length up to today, or days that somebody chooses. */
export function PeriodChoice({ search, period }: { search: QualitySearch; period: Period }) {
  const t = useTranslations("quality.period");
  const length = lengthOf(search);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <nav aria-label={t("label")} className="flex flex-wrap gap-1.5">
        {PERIOD_DAYS.map((days) => (
          <Link
            key={days}
            to="/quality"
            search={{ ...search, from: undefined, to: undefined, days }}
            aria-current={length === days ? "true" : undefined}
            className={cn(
              "flex h-8 items-center rounded-full border border-line px-3 text-ink-muted hover:bg-sunken",
              length === days && "border-transparent bg-accent-tint font-medium text-ink hover:bg-accent-tint",
            )}
          >
            {t("days", { days })}
          </Link>
        ))}
      </nav>
      <OwnDays key={`${period.from} ${period.to}`} search={search} period={period} />
    </div>
  );
}

/** Days take effect when both are there and make a period. */
function OwnDays({ search, period }: { search: QualitySearch; period: Period }) {
  const t = useTranslations("quality.period");
  const navigate = useNavigate();
  const [{ from, to }, setDays] = useState(period);
  const isWrong = from !== "" && to !== "" && !isPeriod({ from, to });
  useEffect(() => {
    if (from === "" || to === "" || !isPeriod({ from, to })) return;
    if (from === period.from && to === period.to) return;
    // A date is typed piece by piece; each piece is a date too.
    const timer = setTimeout(
      () => void navigate({ to: "/quality", search: { ...search, from, to, days: undefined } }),
      600,
    );
    return () => clearTimeout(timer);
  }, [from, to, period, navigate, search]);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Input
        type="date"
        aria-label={t("from")}
        aria-invalid={isWrong || undefined}
        value={from}
        max={to}
        onChange={({ target }) => setDays({ from: target.value, to })}
        className="w-auto"
      />
      <span aria-hidden>–</span>
      <Input
        type="date"
        aria-label={t("to")}
        aria-invalid={isWrong || undefined}
        value={to}
        min={from}
        onChange={({ target }) => setDays({ from, to: target.value })}
        className="w-auto"
      />
      {isWrong && (
        <span role="alert" className="text-sm text-danger">
          {t("wrong")}
        </span>
      )}
    </div>
  );
}
