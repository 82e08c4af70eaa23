import { z } from "zod";

import type { EffectKind } from "../effect.ts";

/**
 * What to do with a call that ended in doubt (sent, no answer) and could not be settled by looking:
 * send it again, leave it, or let a person decide.
 */
export const DoubtPolicy = z.enum(["at_least_once", "at_most_once", "ask"]);
export type DoubtPolicy = z.infer<typeof DoubtPolicy>;

/** The default for each kind; DESIGN's promise in one table. Natural keys and workflow ids make a repeat harmless. */
export const DOUBT_POLICY: Record<EffectKind, DoubtPolicy> = {
  "chat.send": "at_least_once",
  "chat.say_as": "at_least_once",
  // By then the client may be in another session, which nobody wanted to end.
  "chat.finish": "ask",
  "chat.notify": "at_least_once",
  "chat.edit": "at_least_once",
  "chat.file": "at_most_once",
  "chat.leave": "at_least_once",
  "chat.create": "ask",
  "chat.hand_over": "at_least_once",
  "chat.transfer": "at_least_once",
  "task.create": "ask",
  "task.comment": "at_least_once",
  "task.change": "at_least_once",
  "activity.add": "ask",
  "call.start": "ask",
  "crm.record": "at_least_once",
  "record.read": "at_least_once",
  "record.assign": "at_least_once",
  "workflow.start": "at_least_once",
  "workflow.signal": "at_least_once",
};
