import type { Button } from "@botdeck/core";
import { plainWords } from "@botdeck/dialog";

import { formatAmount, formatSums } from "../../crm-answers/format-amount.ts";
import { linked } from "../../crm-answers/linked.ts";
import { withRightsNote } from "../../crm-answers/with-rights-note.ts";
import type { SalesContext } from "../sales-context.ts";
import type { DealPage } from "../services.ts";

/** What is shown of the person's open deals. Its buttons hold all that the next page needs. @param key Of the message it stands in. */
export async function dealList(
  ctx: SalesContext,
  page: number,
  key: string,
): Promise<{ text: string; buttons: Button[][] }> {
  const { dealsOnPage } = ctx.settings;
  const found = await ctx.services.openDeals(Math.max(1, Math.trunc(page) || 1), dealsOnPage);
  if (found.total === 0) return { text: await withRightsNote(ctx, ctx.t("dealsNone")), buttons: [] };
  const head = ctx.t("dealsHead", { total: found.total, sums: formatSums(found.sums, ctx.language) });
  const lines = found.deals.map(({ title, url, amount, currency, stage }, index) => {
    const place = (found.page - 1) * dealsOnPage + index + 1;
    return `${place}. ${linked(title, url)} — ${formatAmount(amount, currency, ctx.language)}, ${plainWords(stage)}`;
  });
  const foot = [
    ...(found.summed === null ? [] : [ctx.t("dealsSummed", { summed: found.summed })]),
    ...(found.pages > 1 ? [ctx.t("dealsPage", { page: found.page, pages: found.pages })] : []),
  ];
  const text = [`[b]${head}[/b]`, ...lines, ...foot].join("\n");
  return { text: await withRightsNote(ctx, text), buttons: pageButtons(ctx, found, key) };
}

function pageButtons(ctx: SalesContext, { page, pages }: DealPage, key: string): Button[][] {
  const to = (text: "pageBefore" | "pageAfter", other: number): Button => ({
    kind: "command",
    text: ctx.t(text, { page: other }),
    command: "dealspage",
    params: `${other} ${key} ${ctx.person.id}`,
  });
  const row = [...(page > 1 ? [to("pageBefore", page - 1)] : []), ...(page < pages ? [to("pageAfter", page + 1)] : [])];
  return row.length === 0 ? [] : [row];
}
