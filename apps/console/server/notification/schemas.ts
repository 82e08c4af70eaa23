import { NOTIFICATION_OUTCOME } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const Language = z.enum(["en", "ru"]);

export const NameRules = z.object({ portalId: z.uuid(), language: Language });

export const ListNotifications = z.object({
  portalId: z.uuid(),
  ruleCode: z.string().min(1).max(100).nullable().default(null),
  /** A portal user id, or a chat as the portal names it. */
  dialogId: z.string().min(1).max(100).nullable().default(null),
  /** `deal:17`. */
  subject: z.string().min(1).max(200).nullable().default(null),
  outcome: z.enum(NOTIFICATION_OUTCOME).nullable().default(null),
  /** Of the sentences that explain. */
  language: Language,
  /** In which they tell moments. */
  timeZone: z.string().max(64).refine(isTimeZone),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});
