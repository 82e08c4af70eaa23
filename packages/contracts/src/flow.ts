import { Dialog } from "@botdeck/core";
import type { Said } from "@botdeck/dialog/dialogs";
import { z } from "zod";

/** Whose flow it is and where its words go. The runtime fills it in; every flow's input has it. */
export const FlowOrigin = z.object({
  portalId: z.uuid(),
  botId: z.uuid(),
  conversationId: z.uuid(),
  dialog: Dialog,
  personName: z.string(),
  /** The name under which the flow speaks. */
  botName: z.string(),
});
export type FlowOrigin = z.infer<typeof FlowOrigin>;

export const FlowLanguage = z.enum(["en", "ru"]);
export type FlowLanguage = z.infer<typeof FlowLanguage>;

/** What comes with the signal `ANSWERED_SIGNAL`. */
export type Answered = { messageId: string; said: Said };

/** What comes with the signal `STOPPED_SIGNAL`. */
export const Stopped = z.object({ reason: z.string() });
export type Stopped = z.infer<typeof Stopped>;

/** What comes with the signal `NUDGED_SIGNAL`; `id` tells repeats, `by` is who wants it. */
export const Nudged = z.object({ id: z.string(), by: z.string() });
export type Nudged = z.infer<typeof Nudged>;
