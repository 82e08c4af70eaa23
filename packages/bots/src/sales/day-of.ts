import { dayAfter, localOf, momentOf } from "@botdeck/core/working-time";

import type { SalesContext } from "./sales-context.ts";

const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;

/** A moment as its day in the portal's zone, such as `12 November`. */
export function dayIn(ctx: SalesContext, at: string): string {
  const { timeZone } = ctx.settings;
  return new Intl.DateTimeFormat(LOCALES[ctx.language], { timeZone, day: "numeric", month: "long" }).format(
    new Date(at),
  );
}

/** The portal's day of the event, `YYYY-MM-DD`, or one so many days later. */
export const dayOf = (ctx: SalesContext, daysLater = 0): string =>
  dayAfter(localOf(ctx.at, ctx.settings.timeZone).day, daysLater);

/** A time of a day on the portal, as a moment. */
export const momentIn = (ctx: SalesContext, day: string, time: string): string =>
  momentOf(day, time, ctx.settings.timeZone);
