import { z } from "zod";

/** A button under a message. Pressing `say` sends its text as the person; open lines without keyboards just get it typed. */
export const Button = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("say"), text: z.string().min(1), say: z.string().optional() }),
  z.object({ kind: z.literal("command"), text: z.string().min(1), command: z.string(), params: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string().min(1), url: z.url() }),
  /** Calls a number in E.164 with what the person's own device has. */
  z.object({ kind: z.literal("call"), text: z.string().min(1), phone: z.string().min(1) }),
  /** Puts a text into the person's input, to be finished and sent. */
  z.object({ kind: z.literal("put"), text: z.string().min(1), put: z.string().min(1) }),
]);
export type Button = z.infer<typeof Button>;
