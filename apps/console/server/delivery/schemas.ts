import { z } from "zod";

const PortalChoice = { portalId: z.uuid().nullable().default(null) };

export const ListQueues = z.object({
  ...PortalChoice,
  cursor: z.object({ domain: z.string().max(300), id: z.uuid() }).nullish(),
});

export const ListHeads = z.object({ portalId: z.uuid() });

export const ListDoubts = z.object({
  ...PortalChoice,
  /** The last one of the page before, by its place in the queue. */
  cursor: z.number().int().positive().nullish(),
});

export const ReadIntake = z.object({
  ...PortalChoice,
  /** How far back the ledger goes. */
  hours: z.union([z.literal(24), z.literal(72), z.literal(168)]).default(24),
});
