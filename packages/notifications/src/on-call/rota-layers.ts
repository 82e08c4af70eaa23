import { z } from "zod";

const Clock = z.iso.time({ precision: -1 });

/** A layer of a rota: its people take turns. The later layer goes over the earlier one where it applies. */
export const RotaLayer = z.object({
  /** Portal user ids, in the order of their turns. */
  people: z.array(z.string().min(1)).min(1).max(50),
  /** How long a turn lasts. */
  turn: z.object({ every: z.enum(["day", "week"]), count: z.number().int().min(1).max(12) }),
  /** The first day of the first turn, `YYYY-MM-DD`; turns change at `changesAt` by the rota's wall clock. */
  startsOn: z.iso.date(),
  changesAt: Clock.default("09:00"),
  /** Days (1 is Monday) and hours in which the layer applies; always when left out. */
  only: z
    .array(z.object({ days: z.array(z.number().int().min(1).max(7)).min(1), from: Clock, until: Clock }))
    .max(14)
    .optional(),
});
export type RotaLayer = z.infer<typeof RotaLayer>;

export const RotaLayers = z.array(RotaLayer).min(1).max(10);
export type RotaLayers = z.infer<typeof RotaLayers>;
