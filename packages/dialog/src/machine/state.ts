import { z } from "zod";

import type { DialogProgress } from "../dialogs/index.ts";
import type { SentFile } from "../dialogs/said.ts";

/**
 * One visit of a client: from their first words to the word that settles what came of them. Written by the engine, read by
 * whoever counts.
 */
export const Visit = z.object({
  id: z.string(),
  /** The portal's time of the first and of the latest words, ISO 8601. */
  beganAt: z.string(),
  lastAt: z.string(),
  /** And of the words before the latest; null for the first. */
  beforeAt: z.string().nullable().default(null),
  /** The open line it came by. */
  lineId: z.string().nullable().default(null),
  /** The first wish that was understood, and the dialog that took it. */
  intent: z.string().nullable().default(null),
  topic: z.string().nullable().default(null),
  dialog: z.string().nullable().default(null),
  dialogVersion: z.number().nullable().default(null),
  /** Where that dialog stood after the latest words; null when it was not under way. */
  step: z.string().nullable().default(null),
  answers: z.number().int().nonnegative().default(0),
  /** True once the client was told what they came for. */
  isAnswered: z.boolean().default(false),
  outcome: z.string().nullable().default(null),
  isRated: z.boolean().default(false),
});
export type Visit = z.infer<typeof Visit>;

/** A button under the bot's last words, and what pressing it means: an intent, an answer, a command, or just its words. */
export const Offered = z.object({
  text: z.string(),
  intent: z.string().optional(),
  value: z.unknown().optional(),
  command: z.object({ name: z.string(), params: z.string() }).optional(),
});
export type Offered = z.infer<typeof Offered>;

/** A command that waits for something that it needs. */
export const Asking = z.object({
  command: z.string(),
  /** What was understood of its arguments, as it was written. */
  text: z.string(),
  /** The same with the words that could not be acted on: the answer may complete them. */
  attempt: z.string(),
  /** The param that is asked for. */
  param: z.string(),
  misses: z.number().int().nonnegative().default(0),
});
export type Asking = z.infer<typeof Asking>;

/** Where a bot stands with one person. It is stored between events, so every field has a default for rows of an earlier version. */
export const Place = z.object({
  /** Dialogs under way: the last one has the word, the others wait for it. */
  dialogs: z.array(z.custom<DialogProgress>()).default([]),
  offered: z.array(Offered).default([]),
  /** True when the person was asked which of some things they mean: that is asked once. */
  isChoosing: z.boolean().default(false),
  /** The latest words that were not understood: the next ones may be the rest of the sentence. */
  unclear: z.object({ text: z.string(), at: z.string() }).nullable().default(null),
  /** The workflow that leads the conversation; its activities ask, and what the person says goes to it. */
  workflow: z.object({ id: z.string(), kind: z.string() }).nullable().default(null),
  /** Files of this visit. */
  files: z.array(z.custom<SentFile>()).default([]),
  /** What dialogs of this visit have gathered, for those that follow. */
  known: z.record(z.string(), z.unknown()).default({}),
  visit: Visit.nullable().default(null),
  /** The workflow that watches over the latest hand-over; null when none does. */
  handOver: z.string().nullable().default(null),
  asking: Asking.nullable().default(null),
});
export type Place = z.infer<typeof Place>;

/**
 * Where a bot stands in a conversation. In a group each person has a place of their own, with the portal's time of their latest
 * step, so that two of them are asked and answered apart.
 */
export const DialogState = Place.extend({
  people: z.record(z.string(), Place.extend({ at: z.string() })).default({}),
});
export type DialogState = z.infer<typeof DialogState>;

export const INITIAL_PLACE: Place = Place.parse({});
export const INITIAL_STATE: DialogState = DialogState.parse({});
