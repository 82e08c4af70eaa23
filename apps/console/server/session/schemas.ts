import { z } from "zod";

import { SessionById, SessionCursor } from "../account/schemas.ts";

export const ListSessions = z.object({
  /** Of one person; of everybody when left out. */
  userId: z.string().min(1).max(100).nullable().default(null),
  cursor: SessionCursor.nullish(),
});
export const EndSession = SessionById;
