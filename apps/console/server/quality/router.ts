import {
  figureChoices,
  figuresBy,
  figuresOf,
  figuresOverTime,
  periodBefore,
  TIME_ERROR,
  visitsBehind,
} from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";
import { namesOfGroups } from "./names-of-groups.ts";
import { ChooseFigures, GroupFigures, ListVisits, ReadFigures, ReadSeries } from "./schemas.ts";
import { figuresView, groupView, visitView } from "./view.ts";

/** Groups beyond these are too few visits each to say anything. */
const MOST_GROUPS = 100;
const PAGE_VISITS = 50;

export const qualityRouter = router({
  /** How well visits of a period went, beside those of the period before. */
  figures: procedureFor("viewer")
    .input(ReadFigures)
    .query(async ({ ctx, input: { filter, period, isCompared } }) => {
      const now = new Date();
      const before = periodBefore(period);
      const [current, previous] = await Promise.all([
        figuresOf(ctx.db, filter, period, now),
        isCompared ? figuresOf(ctx.db, filter, before, now) : null,
      ]);
      return {
        current: figuresView(current),
        previous: previous === null ? null : { ...figuresView(previous), period: before },
        timeError: TIME_ERROR,
      };
    }),

  series: procedureFor("viewer")
    .input(ReadSeries)
    .query(({ ctx, input: { filter, period } }) => figuresOverTime(ctx.db, filter, period)),

  groups: procedureFor("viewer")
    .input(GroupFigures)
    .query(async ({ ctx, input: { by, filter, period, kind } }) => {
      const pick = kind === null ? {} : { kind };
      const groups = await figuresBy(ctx.db, by, filter, period, { ...pick, limit: MOST_GROUPS });
      const names = await namesOfGroups(ctx.db, by);
      return groups.map((group) => groupView(group, names));
    }),

  /** What a filter can ask for. */
  choices: procedureFor("viewer")
    .input(ChooseFigures)
    .query(({ ctx, input: { filter, period } }) => figureChoices(ctx.db, filter, period)),

  /** The conversations behind a figure. */
  visits: procedureFor("viewer")
    .input(ListVisits)
    .query(async ({ ctx, input: { cursor, ...asked } }) => {
      const { rows, next } = await visitsBehind(ctx.db, asked, { after: cursor ?? null, limit: PAGE_VISITS });
      return { rows: rows.map((row) => visitView(row, ctx.session.role)), nextCursor: next };
    }),
});
