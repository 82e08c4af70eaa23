import { z } from "zod";

export const PortalPersonById = z.object({
  portalId: z.uuid(),
  /** As the portal numbers its users. */
  portalUserId: z.string().regex(/^[1-9]\d{0,18}$/),
});
