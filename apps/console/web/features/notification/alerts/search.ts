import { z } from "zod/mini";

/** In the order in which they need somebody. */
export const ALERT_STATES = ["firing", "pending", "acknowledged", "silenced", "resolved"] as const;

/** The address is the state of the page: groups in which state. */
export const AlertSearch = z.object({ state: z.catch(z.optional(z.enum(ALERT_STATES)), undefined) });
