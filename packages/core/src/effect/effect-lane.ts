import type { EffectKind } from "../effect.ts";
import type { Lane } from "../request-budget.ts";

/** How urgent each kind's calls of the portal are; null for what is no call of a portal. */
export const EFFECT_LANE = {
  "chat.send": "reply",
  "chat.say_as": "reply",
  "chat.finish": "reply",
  "chat.notify": "digest",
  "chat.edit": "reply",
  "chat.file": "reply",
  "chat.leave": "reply",
  "chat.create": "command",
  "chat.hand_over": "hand_over",
  "chat.transfer": "hand_over",
  "task.create": "crm",
  "task.comment": "crm",
  "task.change": "command",
  "activity.add": "command",
  "call.start": "command",
  "crm.record": "crm",
  "record.read": "crm",
  "record.assign": "command",
  "workflow.start": null,
  "workflow.signal": null,
} as const satisfies Record<EffectKind, Lane | null>;
