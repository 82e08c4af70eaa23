import { z } from "zod";

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
]);
export type Button = z.infer<typeof Button>;

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
    /** Only operators see it; the client of an open line does not. */
    forOperators: z.boolean().optional(),
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
    /** `connector|line|connector chat|connector user` of the client it is about: bound to their lead or contact. */
    clientEntityId: z.string().optional(),
  }),
  z.object({
    kind: z.literal("task.comment"),
    /** The natural key that the task was made with. */
    originId: z.string().min(1),
    text: z.string().min(1),
  }),
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
  "chat.hand_over": "at_least_once",
  "chat.transfer": "at_least_once",
  "task.create": "ask",
  "task.comment": "at_least_once",
  "crm.record": "at_least_once",
  "workflow.start": "at_least_once",
  "workflow.signal": "at_least_once",
};

/** How urgent each kind's calls of the portal are; null for what is no call of a portal. */
export const EFFECT_LANE = {
  "chat.send": "reply",
  "chat.hand_over": "hand_over",
  "chat.transfer": "hand_over",
  "task.create": "crm",
  "task.comment": "crm",
  "crm.record": "crm",
  "workflow.start": null,
  "workflow.signal": null,
} as const satisfies Record<EffectKind, Lane | null>;
