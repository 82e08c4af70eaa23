import { daysIn, FIGURE, FIGURE_GROUP, OUTCOME_KIND } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

/** Two years side by side are the most that is compared. */
const MOST_DAYS = 366;

const Name = z.string().max(100).nullable().default(null);

/** Which visits: null is any, an empty text what is not known. */
export const Filter = z.object({
  audience: z.enum(["clients", "staff"]).default("clients"),
  portalId: z.uuid().nullable().default(null),
  botId: z.uuid().nullable().default(null),
  lineId: Name,
  intent: Name,
  topic: Name,
  dialog: Name,
  dialogVersion: z.number().int().positive().max(1_000_000).nullable().default(null),
  language: Name,
});

const Day = z.iso.date().refine((day) => day >= "2000-01-01" && day < "2100-01-01", "This day is out of reach.");

/** Days of the portal's time zone, both of them in it. */
export const Period = z
  .object({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, "A period ends after it begins.")
  .refine((period) => daysIn(period) <= MOST_DAYS, `A period has at most ${MOST_DAYS} days.`);

const Asked = z.object({ filter: Filter, period: Period });

export const ReadFigures = Asked.extend({ isCompared: z.boolean().default(true) });
export const ReadSeries = Asked;
export const GroupFigures = Asked.extend({
  by: z.enum(FIGURE_GROUP),
  kind: z.enum(OUTCOME_KIND).nullable().default(null),
});
export const ChooseFigures = Asked;

export const ListVisits = Asked.extend({
  figure: z.enum(FIGURE),
  cause: Name,
  step: Name,
  atLeastMs: z.number().int().nonnegative().max(2_147_483_647).nullable().default(null),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});

/** The same in an address, where everything is text. */
export const ExportFigures = z
  .object({
    ...Filter.shape,
    dialogVersion: z.coerce.number().int().positive().max(1_000_000).nullable().default(null),
    from: Day,
    to: Day,
    by: z.enum(["time", ...FIGURE_GROUP]),
  })
  .transform(({ from, to, by, ...filter }) => ({ filter, period: { from, to }, by }))
  .refine(({ period }) => Period.safeParse(period).success);
