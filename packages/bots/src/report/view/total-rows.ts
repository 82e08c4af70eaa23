import type { Change, DealTotals, PeriodChange } from "@botdeck/crm/report";

import { formatAmount } from "../../crm-answers/format-amount.ts";
import type { Wording } from "./report-view.ts";

type Row = { name: string; value: string };

/** The figures of a period, each currency in a row of its own, with what is different from the period before. */
export function totalRows({ t, language }: Wording, totals: DealTotals, change: PeriodChange): Row[] {
  const changed = (one: Change | undefined) => {
    if (one === undefined) return "";
    if (one.percent === null) return one.now === 0 ? "" : ` ${t("changeNew")}`;
    const sign = one.percent > 0 ? "+" : one.percent < 0 ? "−" : "±";
    return ` ${t("change", { percent: `${sign}${Math.abs(one.percent)}%` })}`;
  };
  const amounts = (part: "wonAmount" | "lostAmount") =>
    totals.sums
      .filter((sum) => sum[part] > 0)
      .map((sum) => formatAmount(sum[part], sum.currency, language))
      .join(" + ");
  /** The change is that of the number. */
  const counted = (count: number, change: Change, amount: string) =>
    amount === "" ? `${count}${changed(change)}` : `${count}${changed(change)}: ${amount}`;
  return [
    { name: t("rowDeals"), value: `${totals.count}${changed(change.count)}` },
    ...totals.sums.map(({ currency, amount }) => ({
      name: t("rowSum", { currency }),
      value: `${formatAmount(amount, currency, language)}${changed(change.sums.find((one) => one.currency === currency))}`,
    })),
    { name: t("rowWon"), value: counted(totals.won, change.won, amounts("wonAmount")) },
    { name: t("rowLost"), value: counted(totals.lost, change.lost, amounts("lostAmount")) },
    { name: t("rowOpen"), value: String(totals.open) },
  ];
}
