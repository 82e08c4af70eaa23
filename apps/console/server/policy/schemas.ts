import { z } from "zod";

/** When it was changed last, as the page shows it; null for a new one. */
const Seen = z.iso.datetime().nullable();

export const ListPolicies = z.object({ portalId: z.uuid() });

export const PutPolicy = z.object({
  portalId: z.uuid(),
  /** Null makes a new one. */
  policyId: z.uuid().nullable(),
  /** As somebody writes it: it may be no policy yet. */
  policy: z.unknown(),
  seen: Seen,
});

export const RemovePolicy = z.object({
  portalId: z.uuid(),
  policyId: z.uuid(),
  seen: Seen,
  reason: z.string().trim().min(1).max(500),
});
