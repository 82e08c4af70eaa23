import { z } from "zod";

const Milliseconds = z.number().int().positive();

/** What an escalation's workflow knows beside the group's row. Ids and counts only: names and words stay in our tables. */
const EscalationRun = z.object({
  step: z.enum(["delayed", "paging", "acknowledged", "silenced", "exhausted", "recovered"]),
  /** How often all levels were gone through; part of the key of each page. */
  round: z.number().int().min(0),
  /** The next level to page, from 0. */
  level: z.number().int().min(0),
  /** Rounds that follow the present one; null until the policy was read. */
  repeatsLeft: z.number().int().nullable(),
  /** Somebody was paged in this round. */
  hasPaged: z.boolean(),
  /** When the next thing happens by itself, ISO 8601; null when nothing does. */
  dueAt: z.string().nullable(),
  /** When the source is asked next whether it still fires, ISO 8601: one that is silenced over there posts nothing. Null for never. */
  watchAt: z.string().nullable(),
  /** How often it was asked. */
  looks: z.number().int().min(0),
  /** For how long the source may keep silent about what fires anew, ms: it posted nothing of the recovery. Null when it did. */
  forgetsAfterMs: z.number().nullish(),
  /** How often the source was told that an answer holds no longer. */
  endings: z.number().int().min(0).optional(),
  /** All of the level whose turn it is are left in peace until `dueAt`. */
  isHeld: z.boolean().optional(),
  /** Somebody wants others paged, whether they are left in peace or not: until it is answered. */
  isUrgent: z.boolean().optional(),
  /** Somebody wants the level whose turn it is. */
  isAsked: z.boolean().optional(),
  /** A level was passed over for that, and may have to be paged after all. */
  hasLeftOut: z.boolean().optional(),
  /** Which answer the step goes by, that its end does not end a later one. */
  answer: z.string().nullish(),
  /** When it is given up that it ever recovers, or that a recovered one comes back unheard; ISO 8601. */
  endsAt: z.string(),
  /** Ids of news that were heeded, the latest ones. */
  seen: z.array(z.string()),
  news: z.array(z.custom<EscalationNews>()),
});
export type EscalationRun = z.infer<typeof EscalationRun>;

/** What begins when a group of alerts fires, under the id `escalation:<portal>:<group>:<episode>`. */
export const EscalationInput = z.object({
  portalId: z.uuid(),
  botId: z.uuid(),
  /** Our id of its row, which holds the alerts, their hook and their policy. */
  groupId: z.uuid(),
  /** The group's, when it began. */
  episode: z.number().int().positive(),
  /** Alerts that last less than this are told to nobody. */
  delayMs: z.number().int().min(0),
  /** In place of what the policy has each level wait: for whoever tries it out. */
  waitMs: Milliseconds.optional(),
  /** How many things are heeded before the workflow goes on in a new run, with a short history. */
  mostSteps: z.number().int().positive().optional(),
  /** Where an earlier run of the same workflow stopped. */
  carried: EscalationRun.optional(),
});
export type EscalationInput = z.infer<typeof EscalationInput>;

/**
 * What comes with `ESCALATION_NEWS_SIGNAL`, after it stands in the group's row. `id` tells repeats; `by` is the portal user id of
 * whoever did it.
 */
export type EscalationNews = { id: string } & (
  | { kind: "acknowledged"; by: string; byName: string }
  /** Whoever pressed wants the next level paged now. */
  | { kind: "escalate"; by: string; byName: string }
  /** `until` is ISO 8601; null until it recovers. */
  | { kind: "silenced"; by: string; byName: string; until: string | null }
  /** Nothing of the group fires any more. */
  | { kind: "resolved" }
  /** It is more severe than it was. */
  | { kind: "worse" }
  /** The source says that all is over, and did not name all that fires. */
  | { kind: "unsure" }
);

export type EscalationStep = EscalationRun["step"];

/** How it ended: `passing` when it recovered before anybody was told, `forgotten` when it never did. */
export type EscalationOutcome = "resolved" | "passing" | "forgotten" | "gone";

/** The id under which a group's episode is escalated. */
export const escalationId = ({
  portalId,
  groupId,
  episode,
}: Pick<EscalationInput, "portalId" | "groupId" | "episode">) => `escalation:${portalId}:${groupId}:${episode}`;
