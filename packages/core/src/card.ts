import { z } from "zod";

/** A part of a card. Texts may hold BB codes, so what people wrote is escaped before. */
const CardBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string().min(1) }),
  /** Names and values below one another; a name may be a link. */
  z.object({
    kind: z.literal("rows"),
    rows: z.array(z.object({ name: z.string(), value: z.string(), url: z.url().optional() })).min(1),
  }),
  z.object({ kind: z.literal("line") }),
  z.object({ kind: z.literal("picture"), url: z.url(), name: z.string() }),
]);

/** What stands below a message in a frame. It reaches neither push nor e-mail, so the message's text has to do without it. */
export const Card = z.object({
  /** The colour of its edge, by what it is for. */
  tone: z.enum(["primary", "secondary", "alert", "base"]).optional(),
  blocks: z.array(CardBlock).min(1),
});
export type Card = z.infer<typeof Card>;
export type CardBlock = z.infer<typeof CardBlock>;
