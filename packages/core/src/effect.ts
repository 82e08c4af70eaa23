import { z } from "zod";

import { Card } from "./card.ts";
import { Owner } from "./owner.ts";
import type { Lane } from "./request-budget.ts";

/**
 * What to do with a call that ended in doubt (sent, no answer) and could not be settled by looking:
 * send it again, leave it, or let a person decide.
 */
export const DoubtPolicy = z.enum(["at_least_once", "at_most_once", "ask"]);
export type DoubtPolicy = z.infer<typeof DoubtPolicy>;

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

const Change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("complete") }),
  /** Opens a task again that was completed. */
  z.object({ kind: z.literal("renew") }),
  z.object({ kind: z.literal("deadline"), at: z.iso.datetime({ offset: true }) }),
  z.object({ kind: z.literal("delegate"), toId: z.string().min(1) }),
  z.object({ kind: z.literal("comment"), text: z.string().min(1) }),
]);
/** What is done to a task that is there. */
export type TaskChange = z.infer<typeof Change>;

/**
 * Portal user id of the person whose rights an effect has; null for the app's own. It is delivered with that person's
 * token or not at all.
 */
const ById = z.string().min(1).nullable();

/**
 * Who led the conversation when somebody at the console wrote or did this. It may wait for long, as for a permission: by then
 * the conversation may be in other hands, and it is cancelled. Nothing is known of what older releases put.
 */
const Led = z.object({
  owner: Owner,
  /** `conversation.owner_version`. */
  version: z.int().nonnegative(),
});

/**
 * Something a bot or a workflow wants done outside: a REST call, or a start or signal of a workflow.
 * It is stored with the state change that caused it, and delivered afterwards.
 */
export const Effect = z.discriminatedUnion("kind", [
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
  z.object({
    kind: z.literal("task.create"),
    /** Natural key (the task's XML_ID): a retry looks for it first. */
    originId: z.string().min(1),
    title: z.string().min(1),
    description: z.string(),
    /** Portal user id; null lets the portal's default responsible have it. */
    responsibleId: z.string().nullable(),
    deadlineAt: z.iso.datetime({ offset: true }).nullable(),
    /** Ids of files on the portal's disk that belong to it. */
    diskFileIds: z.array(z.string()).optional(),
    /** The project it belongs to. */
    groupId: z.string().optional(),
    tags: z.array(z.string()).optional(),
    /** Whose task it is, made with their rights; the app's own when left out. */
    byId: ById.optional(),
    /** `connector|line|connector chat|connector user` of the client it is about: bound to their lead or contact. */
    clientEntityId: z.string().optional(),
  }),
  z.object({
    kind: z.literal("task.comment"),
    /** The natural key that the task was made with. */
    originId: z.string().min(1),
    text: z.string().min(1),
  }),
  z.object({
    kind: z.literal("task.change"),
    taskId: z.string().min(1),
    change: Change,
    byId: ById,
    /** What that person knows the task by, should they have to be told that it was not changed. */
    title: z.string().optional(),
  }),
  /** A thing to do in the CRM, for the person it is made by. */
  z.object({
    kind: z.literal("activity.add"),
    ownerType: z.enum(["lead", "deal", "contact", "company"]),
    ownerId: z.string().min(1),
    title: z.string().min(1),
    deadlineAt: z.iso.datetime({ offset: true }),
    byId: z.string().min(1),
  }),
  /** Has the portal's telephony call the person, and then the number in E.164. */
  z.object({ kind: z.literal("call.start"), phone: z.string().min(1), byId: z.string().min(1) }),
  /** Writes what was learned about a client into the CRM: see `ClientRecord` of the crm package for the fields. */
  z.object({
    kind: z.literal("crm.record"),
    originId: z.string().min(1),
    entityId: z.string().min(1),
    title: z.string().min(1),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    comment: z.string().nullable(),
    timeline: z.string().nullable(),
  }),
  /** Reads a record that changed, and puts what it is now into the inbox as `record.changed`. */
  z.object({
    kind: z.literal("record.read"),
    subject: z.string().min(1),
    change: z.enum(["added", "updated", "deleted", "commented"]),
    /** The message or comment that came to it, for `commented`. */
    commentId: z.string().nullable(),
    messageId: z.string().nullable(),
    /** Portal user who changed it, where the event tells. */
    userId: z.string().nullable(),
    /** What another system posted: the record is here, and only whom it concerns is read. */
    posted: z
      .object({
        source: z.enum(["payment", "one_c", "generic"]),
        hookId: z.string().min(1),
        record: z.record(z.string(), z.unknown()),
      })
      .optional(),
    occurredAt: z.iso.datetime({ offset: true }),
  }),
  /** Makes a person responsible for a record, with the rights of that person. */
  z.object({
    kind: z.literal("record.assign"),
    subject: z.string().min(1),
    byId: z.string().min(1),
  }),
  z.object({
    kind: z.literal("workflow.start"),
    workflow: z.string().min(1),
    /** Deterministic, so that a second start finds the first. */
    workflowId: z.string().min(1),
    input: z.unknown(),
  }),
  z.object({
    kind: z.literal("workflow.signal"),
    workflowId: z.string().min(1),
    signal: z.string().min(1),
    payload: z.unknown(),
  }),
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect["kind"];

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
