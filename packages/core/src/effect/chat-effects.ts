import { z } from "zod";

import { Card } from "../card.ts";
import { ById, Led } from "./acting-person.ts";
import { Button } from "./button.ts";

/** What happens in a chat or an open line. */
export const CHAT_EFFECTS = [
  z.object({
    kind: z.literal("chat.send"),
    dialogId: z.string().min(1),
    text: z.string().min(1),
    /** Rows of buttons. */
    buttons: z.array(z.array(Button)).optional(),
    card: Card.optional(),
    /** Only operators see it; the client of an open line does not. */
    forOperators: z.boolean().optional(),
    /** Who is told it in private when the bot is not in that chat any more. */
    orTo: z.object({ id: z.string().min(1), name: z.string() }).optional(),
    /** Words of somebody at the console who leads the conversation: the bot only carries them. */
    byDesk: z.literal(true).optional(),
    led: Led.optional(),
  }),
  /** What an operator writes to an open line's client from the console, with their own rights: the bot is not in the chat. */
  z.object({
    kind: z.literal("chat.say_as"),
    dialogId: z.string().min(1),
    chatId: z.string().min(1),
    text: z.string().min(1),
    /** The dialog is not theirs on the portal yet, so they take it first. */
    takes: z.boolean(),
    byId: z.string().min(1),
    led: Led.optional(),
  }),
  /** Ends an open line's session: the client's next message begins another, with the bot. */
  z.object({
    kind: z.literal("chat.finish"),
    dialogId: z.string().min(1),
    chatId: z.string().min(1),
    /** Null for the bot, which is in the session. */
    byId: ById,
    /** As the act itself left it. */
    led: Led.optional(),
  }),
  /** A message that nobody waits for, such as a digest: it leaves when nothing else of its portal has to. */
  z.object({
    kind: z.literal("chat.notify"),
    dialogId: z.string().min(1),
    text: z.string().min(1),
    /** By the person's notification bell in place of their dialog with the bot: neither buttons nor a card fit there. */
    inBell: z.boolean().optional(),
    /** Rows of buttons. */
    buttons: z.array(z.array(Button)).optional(),
    card: Card.optional(),
  }),
  /** Makes another message of one that was sent. Buttons that are left out go. */
  z.object({
    kind: z.literal("chat.edit"),
    /** The key of the `chat.send` or `chat.notify` whose message it is; that effect is waited for. */
    key: z.string().min(1),
    dialogId: z.string().min(1),
    text: z.string().min(1),
    buttons: z.array(z.array(Button)).optional(),
    /** The one that is there stays when this is left out: the second bot API cannot take a card away. */
    card: Card.optional(),
  }),
  /** A file in a message of the bot. */
  z.object({
    kind: z.literal("chat.file"),
    dialogId: z.string().min(1),
    /** Our id of the kept file. */
    keptFileId: z.uuid(),
    name: z.string().min(1),
    text: z.string(),
  }),
  /** The bot leaves a group. */
  z.object({ kind: z.literal("chat.leave"), dialogId: z.string().min(1) }),
  /** Makes a group chat of a department or a project, with its members in it. */
  z.object({
    kind: z.literal("chat.create"),
    /** Our id of the service chat. */
    serviceChatId: z.uuid(),
    title: z.string().min(1),
    /** Portal user ids. */
    memberIds: z.array(z.string().min(1)),
  }),
  /** Gives an open line's client to the next free operator. */
  z.object({ kind: z.literal("chat.hand_over"), dialogId: z.string().min(1), chatId: z.string().min(1) }),
  /** Gives an open line's client to the queue of another line, or to one person. */
  z.object({
    kind: z.literal("chat.transfer"),
    dialogId: z.string().min(1),
    chatId: z.string().min(1),
    to: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("line"), id: z.string().min(1) }),
      z.object({ kind: z.literal("person"), id: z.string().min(1) }),
    ]),
    /** Who has the dialog and gives it away; the bot when left out. */
    byId: ById.optional(),
    /** As the act itself left it. */
    led: Led.optional(),
  }),
] as const;
