import { cn } from "@botdeck/ui";
import { useId } from "react";
import { useTranslations } from "use-intl";

import { useNow } from "../../../components/use-now.ts";
import type { PortalQueue } from "./portal-card.tsx";

type Props = { budget: PortalQueue["budget"]; countedAt: number };

/** How many requests of the portal's burst are taken; it empties by itself between two looks, as the bucket does. */
export function BudgetGauge({ budget, countedAt }: Props) {
  const t = useTranslations("deliveries.queue");
  const id = useId();
  const { burst, perSecond, isHeldBack } = budget;
  const passedMs = Math.max(0, useNow() - countedAt);
  const aheadMs = Math.max(0, budget.freeInMs - passedMs);
  const used = Math.min(budget.used, Math.ceil((aheadMs / 1000) * perSecond));
  const seconds = Math.ceil(aheadMs / 1000);
  const share = used / burst;
  const tone = share >= 0.9 ? "bg-danger-solid" : share >= 0.5 ? "bg-warning" : "bg-accent";
  const left = isHeldBack && seconds > 0 ? t("heldBack", { seconds }) : t("freeIn", { seconds });
  return (
    <div data-budget={used}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p id={id} className="text-sm font-medium">
          {t("budget")}
        </p>
        <p className="text-sm text-ink-muted tabular-nums">
          {used === 0 ? t("free", { perSecond }) : `${t("used", { used, burst })}; ${left}`}
        </p>
      </div>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={burst}
        aria-valuenow={used}
        aria-valuetext={t("used", { used, burst })}
        className="mt-1.5 h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={cn("h-full rounded-full transition-[width] duration-700", tone)}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
