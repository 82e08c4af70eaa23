import { z } from "zod/mini";

/** The queues of the side bar, in its order. */
export const QUEUES = ["queue", "bot", "operator", "closed", "all"] as const;
export type Queue = (typeof QUEUES)[number];

/** The address is the state of the page: which queue of which portal, and the conversation that is open. */
export const ConversationSearch = z.object({
  queue: z.catch(z._default(z.enum(QUEUES), "all"), "all"),
  portal: z.catch(z.optional(z.uuid()), undefined),
  id: z.catch(z.optional(z.uuid()), undefined),
});
export type ConversationSearch = z.infer<typeof ConversationSearch>;
