import { z } from "zod";

import { Owner } from "../owner.ts";

/**
 * Portal user id of the person whose rights an effect has; null for the app's own. It is delivered with that person's
 * token or not at all.
 */
export const ById = z.string().min(1).nullable();

/**
 * Who led the conversation when somebody at the console wrote or did this. It may wait for long, as for a permission: by then
 * the conversation may be in other hands, and it is cancelled. Nothing is known of what older releases put.
 */
export const Led = z.object({
  owner: Owner,
  /** `conversation.owner_version`. */
  version: z.int().nonnegative(),
});
