import { z } from "zod";

import { GroupChat } from "../group-chat.ts";

/** Kinds of records whose changes rules may want to know. */
export const RULE_RECORD = ["lead", "deal", "task"] as const;
export type RuleRecord = (typeof RULE_RECORD)[number];

export const RULE_CHANGE = ["added", "updated", "deleted", "commented", "overdue", "stale"] as const;

const Trigger = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("record"), record: z.enum(RULE_RECORD), changes: z.array(z.enum(RULE_CHANGE)).min(1) }),
  /** What a source that is no monitoring posted, such as a payment; every one of its kind when no hook is named. */
  z.object({ kind: z.literal("hook"), source: z.enum(["payment", "one_c", "generic"]), hookId: z.uuid().optional() }),
]);

/** As the portal counts its people and departments. */
const isNumber = (id: string): boolean => /^[1-9]\d*$/.test(id);
/** Portal user id. */
export const PersonId = z
  .string()
  .refine(isNumber, { error: "This is no portal user id, such as 7", params: { fault: "person_id" } });
const DepartmentId = z
  .string()
  .refine(isNumber, { error: "This is no id of a department, such as 7", params: { fault: "department_id" } });

/** Who is told. */
export const Audience = z.discriminatedUnion("kind", [
  /** People of the record. */
  z.object({ kind: z.literal("role"), role: z.enum(["responsible", "creator", "participants"]) }),
  /** The head of whoever is responsible, or of the next department up when they are the head themselves. */
  z.object({ kind: z.literal("supervisor") }),
  z.object({ kind: z.literal("person"), id: PersonId }),
  z.object({ kind: z.literal("department"), id: DepartmentId }),
  /** The department that the portal's settings name for payments; who is on call by them when they name none. */
  z.object({ kind: z.literal("order_department") }),
  z.object({ kind: z.literal("chat"), dialogId: GroupChat }),
  /** By the rota's name, in whatever case. */
  z.object({ kind: z.literal("on_call"), rota: z.string().trim().min(1) }),
]);
export type Audience = z.infer<typeof Audience>;

/** What a card's button does: open the record, take it into work, complete a task, explain the notification. */
export const RULE_BUTTON = ["open", "take", "complete", "why"] as const;

const Template = z.object({
  /** The message itself: what push and e-mail show. `{record.title}` and the like are filled in. */
  title: z.string().min(1).max(500),
  rows: z.array(z.object({ name: z.string().min(1).max(80), value: z.string().min(1).max(500) })).max(12),
});

/** A rule: at an event, under a condition, these people are told by this card. */
export const Rule = z.object({
  title: z.object({ en: z.string().min(1).max(200), ru: z.string().min(1).max(200) }),
  trigger: Trigger,
  /** In CEL over `record`, `before`, `change`, `actor`, `settings`; always when left out. */
  condition: z.string().max(2_000).optional(),
  audience: z.array(Audience).min(1).max(20),
  /** Whoever did it knows. */
  exceptActor: z.boolean().default(true),
  template: z.object({ en: Template, ru: Template }),
  buttons: z.array(z.enum(RULE_BUTTON)).max(4).default([]),
  tone: z.enum(["primary", "secondary", "alert", "base"]).default("base"),
  /** `urgent` passes through quiet hours; `calm` leaves when nothing else has to. */
  urgency: z.enum(["urgent", "normal", "calm"]).default("normal"),
  /** One by one, or once a day (at their digest's time) together. */
  delivery: z.enum(["single", "digest"]).default("single"),
});
export type Rule = z.infer<typeof Rule>;

/** A rule with the name by which the portal's rows, preferences and paths know it. */
export type NamedRule = Rule & { code: string; isBuiltIn: boolean; isEnabled: boolean };
