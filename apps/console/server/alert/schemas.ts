import { ALERT_STATE } from "@botdeck/db";
import { z } from "zod";

import { ExactInstant } from "../exact-instant.ts";

export const ListAlertGroups = z.object({
  portalId: z.uuid(),
  state: z.enum(ALERT_STATE).nullable().default(null),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});

export const CountAlertGroups = z.object({ portalId: z.uuid() });

export const ListHeldGroups = z.object({
  portalId: z.uuid(),
  cursor: z.object({ at: ExactInstant, id: z.uuid() }).nullish(),
});

/** One press of a button: the same again, because its answer was lost, changes nothing. */
export const PressAlert = z.object({ groupId: z.uuid(), pressId: z.uuid() });

/** A week. */
const MOST_HOURS = 168;
/** For how long: until it recovers, until nine in the morning of the portal, or so many hours. */
export const SilenceAlert = PressAlert.extend({
  span: z.union([z.enum(["recovery", "morning"]), z.object({ hours: z.int().min(1).max(MOST_HOURS) })]),
});

export const AlertGroupById = z.object({ groupId: z.uuid() });
