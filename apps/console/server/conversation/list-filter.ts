import { AppError } from "@botdeck/core";
import type { ConversationFilter } from "@botdeck/db";
import type { z } from "zod";

import type { Session } from "../read-session.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import type { ListConversations } from "./schemas.ts";

/**
 * What is asked for, in the database's words.
 *
 * @throws AppError `forbidden` when somebody looks for names who may not see any: what is found would tell them.
 */
export function listFilter(
  { queue, isMine, ...asked }: z.output<typeof ListConversations>,
  { userId, role }: Session,
): ConversationFilter {
  if (asked.person !== null && hidesPersonalData(role)) {
    throw new AppError("forbidden", "Searching for clients by name needs the role operator.");
  }
  return { ...asked, queue: queue === "all" ? null : queue, leaderId: isMine ? userId : null };
}
