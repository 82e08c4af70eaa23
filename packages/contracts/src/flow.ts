import { Dialog, FileRef } from "@botdeck/core";
import { z } from "zod";

/** The task queue of flows: workflow tasks and their light activities. Queues follow the kind of work, not the bot. */
export const FLOWS_TASK_QUEUE = "flows";

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

/** Signal: the person said something while the flow led the conversation. Delivered at least once; `messageId` tells repeats. */
export const ANSWERED_SIGNAL = "answered";
export const Answered = z.object({ messageId: z.string(), text: z.string(), files: z.array(FileRef) });
export type Answered = z.infer<typeof Answered>;

/** Signal: the flow has to end without another word, because somebody else answers now. */
export const STOPPED_SIGNAL = "stopped";
export const Stopped = z.object({ reason: z.string() });
export type Stopped = z.infer<typeof Stopped>;

/** Query: the step the flow waits at. */
export const STEP_QUERY = "step";
