import { z } from "zod";

import { ById } from "./acting-person.ts";

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

/** What happens to tasks. */
export const TASK_EFFECTS = [
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
] as const;
