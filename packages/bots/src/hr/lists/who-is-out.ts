import { dayAfter } from "@botdeck/core/working-time";
import { commandFor, type Moves, type Period, plainWords } from "@botdeck/dialog";

import type { HrContext } from "../hr-context.ts";
import type { Out } from "../services.ts";
import { dayIn } from "../vacation/check-days.ts";
import { daysInWords } from "../vacation/days-in-words.ts";
import { spanOf } from "../vacation/read-days.ts";

/** Longer lists are read by nobody. */
const MOST_LINES = 25;
const SOON_DAYS = 7;

/** `/whoisout`, perhaps with days and a department. */
export const whoIsOutCommand = commandFor<HrContext>()({
  title: { en: "Who is away", ru: "Кого нет на месте" },
  about: {
    en: "Who is away today and in the next days, or on the days you name",
    ru: "Кого нет сегодня и в ближайшие дни или в названные дни",
  },
  params: [
    { name: "days", kind: "period", title: { en: "days", ru: "дни" }, isOptional: true },
    { name: "department", kind: "department", title: { en: "department", ru: "отдел" }, isOptional: true },
  ],
  examples: { en: ["", "next week", "15.07–28.07"], ru: ["", "на следующей неделе", "15.07–28.07"] },
  handler: (ctx) => showOut(ctx, ctx.args.days, ctx.args.department?.id),
});

/** Who is away, from what was granted here and from the portal's calendars. Nobody is told why somebody else is away. */
export async function showOut(ctx: HrContext, period?: Period, departmentId?: string): Promise<Moves> {
  const { t, services } = ctx;
  if (period !== undefined) {
    const days = daysInWords(t, spanOf(period));
    const out = await services.team.whoIsOut({ fromDay: period.from, toDay: period.to }, departmentId);
    if (out.length === 0) return [ctx.answered(), ctx.say(t("outNobodyOn", { days }))];
    return [ctx.answered(), ctx.say([t("outOn", { days }), ...listed(ctx, out, soonLine)].join("\n"))];
  }
  const today = dayIn(ctx.settings.timeZone, ctx.at);
  const out = await services.team.whoIsOut({ fromDay: today, toDay: dayAfter(today, SOON_DAYS) }, departmentId);
  const now = out.filter(({ fromDay, toDay }) => fromDay <= today && toDay >= today);
  const soon = out.filter(({ fromDay }) => fromDay > today);
  const lines = [
    ...(now.length > 0 ? [t("outToday"), ...listed(ctx, now, (each, one) => todayLine(each, one, today))] : []),
    ...(soon.length > 0 ? [t("outSoon"), ...listed(ctx, soon, soonLine)] : []),
  ];
  return [ctx.answered(), ctx.say(lines.length === 0 ? t("outNobody") : lines.join("\n"))];
}

function listed(ctx: HrContext, out: readonly Out[], line: (ctx: HrContext, one: Out) => string): string[] {
  const lines = out.slice(0, MOST_LINES).map((one) => `• ${line(ctx, one)}`);
  return out.length > MOST_LINES ? [...lines, ctx.t("outMore", { count: out.length - MOST_LINES })] : lines;
}

const remoteOf = ({ how }: Out) => (how === "remote" ? "yes" : "no");

function todayLine({ t }: HrContext, one: Out, today: string): string {
  const until = one.toDay === today ? "today" : "later";
  return t("outLine", { name: plainWords(one.name), until, day: one.toDay, remote: remoteOf(one) });
}

function soonLine({ t }: HrContext, one: Out): string {
  const days = daysInWords(t, { ...one, fromNoon: false, untilNoon: false });
  return t("outSoonLine", { name: plainWords(one.name), days, remote: remoteOf(one) });
}
