import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

const Milliseconds = z.number().int().positive();

/** A promise of working time, and how much of it has passed. */
const TicketClock = z.object({
  /** Working time that is promised; longer by each step of the escalation. */
  limitMs: z.number(),
  spentMs: z.number(),
  /** Since when it runs, ISO 8601; null while it stands still. */
  since: z.string().nullable(),
  /** Who works on it was told that little of it is left. */
  isWarned: z.boolean(),
  /** How often it ran out. */
  level: z.number().int(),
  /** When most of it will have passed, and all of it; null while it stands still. */
  warnAt: z.string().nullable(),
  dueAt: z.string().nullable(),
});
export type TicketClock = z.infer<typeof TicketClock>;

/** What a ticket's workflow knows beside the ticket's row. Ids only: what people wrote stays in our tables. */
const TicketRun = z.object({
  step: z.enum(["open", "in_progress", "waiting", "solved", "closed"]),
  /** How many keys of activities were given away. */
  keys: z.number().int(),
  /** Ids of news that were heeded, the latest ones. */
  seen: z.array(z.string()),
  news: z.array(z.custom<TicketNews>()),
  projectId: z.string().nullable(),
  /** Portal user ids. */
  members: z.array(z.string()),
  /** Whether the portal tells of changes of its tasks; else they are looked for. */
  hasEvents: z.boolean(),
  assigneeId: z.string().nullable(),
  /** The key under which the assignee's card was posted. */
  cardKey: z.string().nullable(),
  /** Null until the task is known, or when it could not be made. */
  taskId: z.string().nullable(),
  isTaskOver: z.boolean(),
  /** What the task said when it was looked at last. */
  taskStatus: z.string().nullable(),
  taskResponsibleId: z.string().nullable(),
  /** The last of its comments that was read. */
  lastTaskMessageId: z.string(),
  /** What the task has to be told as soon as it is known. */
  owed: z.array(z.custom<TicketDeed>()),
  respond: TicketClock.nullable(),
  resolve: TicketClock.nullable(),
  /** Moments at which something else is due, ISO 8601. */
  due: z.record(z.string(), z.string()),
  isRatingAsked: z.boolean(),
});
export type TicketRun = z.infer<typeof TicketRun>;

/** What is done to a ticket's task, under a key of its own. */
export type TicketDeed = { key: string } & (
  | { kind: "complete" | "renew" }
  | { kind: "deadline"; at: string }
  | { kind: "delegate"; toId: string }
  | { kind: "comment"; commentId: string }
);

/** What a bot gives when somebody needs help. */
export const TicketInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  /** Our id of its row, which holds the words. */
  ticketId: z.uuid(),
  calendar: z.object({
    timeZone: z.string(),
    hours: z.array(z.array(z.string())),
    holidays: z.array(z.string()),
    workDays: z.array(z.string()),
  }),
  /** Whose turns are counted together. */
  pool: z.string(),
  /** Portal user ids who take turns; the support people that the portal itself names when empty. */
  members: z.array(z.string()),
  /** So many open tickets are all that a person may have. */
  mostOpen: z.number().int().positive(),
  /** The project of the task; null looks for one that is named like support. */
  projectId: z.string().nullable(),
  /** Who is told when a promise was broken, one step after the other; the heads of the assignee when empty. */
  escalation: z.array(z.string()),
  /** Working time until the first response; 4 hours. */
  respondMs: Milliseconds.optional(),
  /** Working time until it is solved, but for what the reporter is waited for; 16 hours. */
  resolveMs: Milliseconds.optional(),
  /** Working time from a broken promise to the next step of the escalation; 4 hours. */
  escalateMs: Milliseconds.optional(),
  /** Working time after which what was solved is closed without a word of the reporter; 24 hours, three days of work. */
  closeMs: Milliseconds.optional(),
  /** Time in which a closed ticket is opened again under its number; 14 days. */
  reopenMs: Milliseconds.optional(),
  /** Working time between two looks at the task where no event tells of it; 2 minutes. */
  lookMs: Milliseconds.optional(),
  /** Working time after which somebody to work on it is looked for again; 30 minutes. */
  assignMs: Milliseconds.optional(),
  /** How many things are heeded before the workflow goes on in a new run, with a short history. */
  mostSteps: z.number().int().positive().optional(),
  /** Where an earlier run of the same workflow stopped. */
  carried: TicketRun.optional(),
});
export type TicketInput = z.infer<typeof TicketInput>;

/**
 * What comes with `TICKET_NEWS_SIGNAL`. `id` tells repeats; `by` is the portal user id of whoever did it, judged by the workflow:
 * anybody could write the command that a button calls.
 */
export type TicketNews = { id: string } & (
  | { kind: "taken" | "waiting" | "solved" | "confirmed" | "reopened"; by: string }
  | { kind: "commented"; by: string; commentId: string }
  | { kind: "merged"; by: string; into: string }
  /** Somebody at the console closes it, whoever works on it. */
  | { kind: "cancelled"; by: string; byName: string; reason: string }
  /** Somebody at the console wants the assignee reminded. */
  | { kind: "nudged"; by: string }
  /** Something happened to its task. */
  | { kind: "task_changed" }
);

export type TicketOutcome = "closed" | "merged" | "stopped";
