import { z } from "zod";

/** The emulator's answers, as far as a player of clients reads them. */
export const People = z.array(z.object({ id: z.string(), role: z.string() }));
export const Person = z.object({ id: z.string() });
export const Dialog = z.object({ id: z.string() });
export const Written = z.object({ id: z.string() });
export const Pressed = z.object({ handled: z.enum(["command", "message", "nothing"]) });
export const Traffic = z.object({ requests: z.number(), byDialog: z.record(z.string(), z.number()) });
export const Tasks = z.array(
  z.object({
    title: z.string(),
    description: z.string(),
    crmLinks: z.array(z.string()),
  }),
);
export const Crm = z.array(
  z.object({
    kind: z.enum(["lead", "contact"]),
    id: z.string(),
    name: z.string(),
    phones: z.array(z.string()),
    comment: z.string(),
  }),
);

export const Message = z.object({
  id: z.string(),
  dialogId: z.string(),
  authorId: z.string(),
  text: z.string(),
  keyboard: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  attach: z.unknown(),
  isSystem: z.boolean(),
  /** The client does not see it. */
  forOperators: z.boolean(),
  isDeleted: z.boolean(),
});
export type Message = z.infer<typeof Message>;

export const MessageChange = Message.extend({ type: z.enum(["message", "message.updated"]) });
export const OwnerChange = z.object({ type: z.literal("dialog"), id: z.string(), lineOwner: z.string().nullable() });
/** Any change of the live stream. */
export const Change = z.looseObject({ type: z.string() });
export const Anything = z.unknown();
