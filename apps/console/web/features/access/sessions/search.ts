import { z } from "zod/mini";

/** Whose sessions; everybody's when left out. */
export const SessionSearch = z.object({ person: z.catch(z.optional(z.string()), undefined) });
