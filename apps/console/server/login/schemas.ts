import { z } from "zod";

import { PersonName } from "../account/schemas.ts";
import { ROLES } from "../roles.ts";

const userId = z.string().min(1).max(100);
const reason = z.string().trim().min(1).max(500);

export const ListLogins = z.object({
  /** Part of a name or an e-mail. */
  words: z.string().trim().min(1).max(100).nullable().default(null),
  cursor: z.string().max(320).nullish(),
});
export const CreateLogin = z.object({
  name: PersonName,
  email: z.email().max(254).toLowerCase(),
  role: z.enum(ROLES),
});
export const LoginById = z.object({ userId });
export const SetRole = z.object({ userId, role: z.enum(ROLES) });
/** What takes something away from somebody is done for a reason. */
export const LoginWithReason = z.object({ userId, reason });
