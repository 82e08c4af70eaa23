import { z } from "zod";

/** What the console goes by on a portal: `portal.desk`. Every field has a default, so that a new portal needs none. */
export const PortalDesk = z.object({
  sla: z
    .object({
      /** Whoever waits for a person for so long stands out, in seconds; from `breachSeconds` on they wait too long. */
      warnSeconds: z.number().int().min(10).max(86_400).default(120),
      breachSeconds: z.number().int().min(10).max(86_400).default(300),
    })
    .refine(({ warnSeconds, breachSeconds }) => warnSeconds <= breachSeconds, {
      path: ["breachSeconds"],
      message: "A wait is too long later than it stands out",
    })
    .prefault({}),
  /** IANA name of the zone in which days are counted. */
  timeZone: z.string().min(1).default("UTC"),
});
export type PortalDesk = z.infer<typeof PortalDesk>;

/** A portal's settings as stored; what cannot be read counts as not set, so that no list fails by it. */
export function portalDeskOf(stored: unknown): PortalDesk {
  const read = PortalDesk.safeParse(stored);
  return read.success ? read.data : PortalDesk.parse({});
}
