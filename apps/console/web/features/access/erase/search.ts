import { z } from "zod/mini";

/** Of which portal, and who. */
export const EraseSearch = z.object({
  portal: z.catch(z.optional(z.uuid()), undefined),
  // A number in an address is read as one.
  person: z.catch(z.optional(z.union([z.string(), z.pipe(z.number(), z.transform(String))])), undefined),
});
