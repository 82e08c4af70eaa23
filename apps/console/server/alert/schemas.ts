import { ALERT_STATE } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

export const ListAlertGroups = z.object({
  portalId: z.uuid(),
  state: z.enum(ALERT_STATE).nullable().default(null),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});

export const CountAlertGroups = z.object({ portalId: z.uuid() });

export const AlertGroupById = z.object({ groupId: z.uuid() });
