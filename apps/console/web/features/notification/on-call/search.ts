import { z } from "zod/mini";

/** The address is the state of the page: a day of the week that is shown; this week when left out. */
export const OnCallSearch = z.object({ week: z.catch(z.optional(z.iso.date()), undefined) });
