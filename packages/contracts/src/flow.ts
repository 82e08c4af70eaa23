import { Dialog, FileRef } from "@botdeck/core";
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

/** What comes with the signal `ANSWERED_SIGNAL`. */
export const Answered = z.object({ messageId: z.string(), text: z.string(), files: z.array(FileRef) });
export type Answered = z.infer<typeof Answered>;

/** What comes with the signal `STOPPED_SIGNAL`. */
export const Stopped = z.object({ reason: z.string() });
export type Stopped = z.infer<typeof Stopped>;
