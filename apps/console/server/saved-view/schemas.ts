import { z } from "zod";

/** Characters that the search of a view may have as JSON; more than any list of ours makes. */
const MOST_SEARCH = 2_000;

export const AddView = z.object({
  page: z.string().regex(/^\/[a-z/-]{1,100}$/),
  name: z.string().trim().min(1).max(60),
  search: z
    .record(z.string().max(50), z.union([z.string().max(200), z.number(), z.boolean()]))
    .refine((search) => JSON.stringify(search).length <= MOST_SEARCH),
  isShared: z.boolean(),
});

export const ViewById = z.object({ id: z.uuid() });
