import { z } from "zod";

export const PortalPersonById = z.object({
  portalId: z.uuid(),
  /** As the portal numbers its users. */
  portalUserId: z.string().regex(/^[1-9]\d{0,18}$/),
});
export const ErasePerson = PortalPersonById.extend({
  /** On whose wish; without the name, which is erased elsewhere and would stay here. */
  reason: z.string().trim().min(1).max(500),
});
export const FindPeople = z.object({ portalId: z.uuid(), words: z.string().trim().min(1).max(100) });
