import { z } from "zod/mini";

/** The address is the state of the page: who is looked for. */
export const PeopleSearch = z.object({ q: z.catch(z.optional(z.string()), undefined) });
