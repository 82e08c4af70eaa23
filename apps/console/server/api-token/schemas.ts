import { z } from "zod";

import { MaybePassword } from "../account/schemas.ts";
import { ROLES } from "../roles.ts";

export const CreateApiToken = z.object({
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
  /** Null for a token that does not end by itself. */
  days: z.number().int().min(1).max(3_650).nullable(),
  password: MaybePassword,
});
export const ApiTokenById = z.object({ tokenId: z.uuid() });
