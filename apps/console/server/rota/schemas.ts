import { z } from "zod";

export const ListRotas = z.object({ portalId: z.uuid() });

const DAY_MS = 86_400_000;
/** A week of the calendar is a little longer where clocks go back. */
const MOST_DAYS = 15;
const Instant = z.iso.datetime().transform((text) => new Date(text));

export const ReadCalendar = z
  .object({ portalId: z.uuid(), fromAt: Instant, untilAt: Instant })
  .refine(({ fromAt, untilAt }) => fromAt < untilAt && untilAt.getTime() - fromAt.getTime() <= MOST_DAYS * DAY_MS);

/** When it was changed last, as the page shows it; null for a new one. */
const Seen = z.iso.datetime().nullable();
const RotaOfPortal = z.object({ portalId: z.uuid(), rotaId: z.uuid() });

/** A rota as somebody is just writing it: it may be no rota yet. */
export const CheckRota = z.object({ portalId: z.uuid(), rota: z.unknown() });

export const PutRota = z.object({
  portalId: z.uuid(),
  /** Null makes a new one. */
  rotaId: z.uuid().nullable(),
  rota: z.unknown(),
  seen: Seen,
});

export const RemoveRota = RotaOfPortal.extend({ seen: Seen, reason: z.string().trim().min(1).max(500) });

/** Somebody is put on call for a stretch, whoever it was. */
export const GiveTurn = RotaOfPortal.extend({
  personId: z.string().trim().min(1).max(50),
  fromAt: Instant,
  untilAt: Instant,
  /** The same press again, because its answer was lost, changes nothing. */
  pressId: z.uuid(),
});

export const CancelOverride = z.object({
  portalId: z.uuid(),
  overrideId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
});
