import type { Whose } from "@botdeck/contracts";
import { localOf } from "@botdeck/core/working-time";
import { commandFor, type Moves } from "@botdeck/dialog";

import { queryToken } from "../query-token.ts";
import type { ReportContext } from "../report-context.ts";
import { orderReport } from "../schedules/order-report.ts";
import { showReport } from "../show-report.ts";
import { isTooLong, MOST_YEARS } from "../period/is-too-long.ts";
import { daysOf, NAMED_PERIODS } from "../period/named-periods.ts";

/** `/report sales june`, `/report 2026-06 @emma`, `/report weekly`, `/report`. */
export const reportCommand = commandFor<ReportContext>()({
  title: { en: "Sales of a period", ru: "Продажи за период" },
  about: {
    en: "Deals that began in a period: sums, won and lost, how far they came. With daily, weekly or monthly it comes by itself.",
    ru: "Сделки, начатые за период: суммы, выигранные и проигранные, докуда дошли. С daily, weekly, monthly отчёт приходит сам.",
  },
  params: [
    {
      name: "about",
      kind: "choice",
      title: { en: "what", ru: "о чём" },
      choices: [{ value: "sales", title: { en: "sales", ru: "продажи" }, also: ["deals", "сделки"] }],
      isOptional: true,
    },
    {
      name: "every",
      kind: "choice",
      title: { en: "how often", ru: "как часто" },
      choices: [
        { value: "day", title: { en: "daily", ru: "ежедневно" }, also: ["daily", "ежедневный"] },
        { value: "week", title: { en: "weekly", ru: "еженедельно" }, also: ["weekly", "еженедельный"] },
        { value: "month", title: { en: "monthly", ru: "ежемесячно" }, also: ["monthly", "ежемесячный"] },
      ],
      isOptional: true,
    },
    {
      name: "own",
      kind: "choice",
      title: { en: "only mine", ru: "только мои" },
      choices: [{ value: "own", title: { en: "mine", ru: "мои" }, also: ["my own", "свои"] }],
      isOptional: true,
    },
    { name: "period", kind: "period", title: { en: "period", ru: "период" }, direction: "past", isOptional: true },
    { name: "person", kind: "person", title: { en: "person", ru: "сотрудник" }, isOptional: true },
    { name: "department", kind: "department", title: { en: "department", ru: "отдел" }, isOptional: true },
  ],
  examples: { en: ["sales june", "2026-06 @emma", "weekly"], ru: ["продажи июнь", "2026-06 @emma", "еженедельно"] },
  handler: async (ctx): Promise<Moves> => {
    const { every, period, person, department, own } = ctx.args;
    const whose = await whoseAsked(ctx, { person, department, isOwn: own !== undefined });
    if (every !== undefined) return await orderReport(ctx, every, whose);
    if (period === undefined) return askPeriod(ctx, whose);
    if (isTooLong(period)) return ctx.say(ctx.t("tooLong", { years: MOST_YEARS }));
    const { timeZone } = ctx.settings;
    return await showReport(ctx, { from: period.from, to: period.to, timeZone, whose });
  },
});

type Asked = { person?: Named | undefined; department?: Named | undefined; isOwn: boolean };
type Named = { id: string; name: string };

/** Nobody named: all that the portal shows this person, or their own where it cannot tell people apart. */
async function whoseAsked(ctx: ReportContext, { person, department, isOwn }: Asked): Promise<Whose> {
  // A mention says what its writer calls the person.
  if (person !== undefined) {
    return { kind: "person", id: person.id, name: (await ctx.services.nameOf("person", person.id)) ?? person.name };
  }
  if (department !== undefined) return { kind: "department", ...department };
  return isOwn || (await ctx.services.hasOwnerRights()) ? { kind: "own" } : { kind: "visible" };
}

/** Each button holds the whole query, so it works for long and for whoever presses it. */
function askPeriod(ctx: ReportContext, whose: Whose): Moves {
  const { day } = localOf(ctx.at, ctx.settings.timeZone);
  const buttons = NAMED_PERIODS.map((period) => ({
    kind: "command" as const,
    text: ctx.t(`period${period}`),
    command: "reportfor",
    params: queryToken({ ...daysOf(period, day), whose }),
  }));
  return ctx.say(ctx.t("whichPeriod"), { buttons: [buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4)] });
}
