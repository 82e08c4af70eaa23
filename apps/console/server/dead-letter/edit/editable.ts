import { BotEvent, type BotEventKind, Effect, type EffectKind, type InboxBody } from "@botdeck/core";
import type { z } from "zod";

/** Why nobody may change a payload. */
export type NoEdit =
  /** No schema says what such a payload has to look like. */
  | "no_schema"
  /** It is done in a person's name: what they wrote at the console, or what is done with their rights on the portal. */
  | "own_act"
  /** It only says to whom or to what it is done. */
  | "nothing_to_change";

export type Editable = {
  schema: z.ZodType<InboxBody | Effect>;
  /** Places that may be changed, such as `message.text`, with all that stands in them; nothing else may. */
  places: readonly string[];
};

/**
 * What of an effect may be changed. To whom and about what it is, in whose name and under which natural key, is none of it: that would
 * be another effect. A kind that stands here with nothing, and one that is added without a thought, is changed by nobody.
 */
const PLACES_OF_EFFECT: Record<EffectKind, readonly string[]> = {
  "chat.send": ["text", "buttons", "card"],
  "chat.say_as": [],
  "chat.finish": [],
  "chat.notify": ["text", "inBell", "buttons", "card"],
  "chat.edit": ["text", "buttons", "card"],
  "chat.file": ["name", "text"],
  "chat.leave": [],
  "chat.create": ["title", "memberIds"],
  "chat.hand_over": [],
  "chat.transfer": [],
  "task.create": ["title", "description", "responsibleId", "deadlineAt", "groupId", "tags"],
  "task.comment": ["text"],
  "task.change": ["change.at", "change.text", "change.toId", "title"],
  "activity.add": [],
  "call.start": [],
  "crm.record": ["title", "name", "phone", "comment", "timeline"],
  "record.read": [],
  "record.assign": [],
  "workflow.start": [],
  "workflow.signal": [],
};

/** As of effects: what was said, not by whom, where or when, nor with which files. A command is an act, and no words. */
const PLACES_OF_EVENT: Record<BotEventKind, readonly string[]> = {
  "message.added": ["message.text", "language"],
  "message.updated": [],
  "message.deleted": [],
  "bot.joined": ["language"],
  "command.called": [],
  "reaction.changed": [],
  "context.opened": [],
  "bot.removed": [],
  "workflow.ended": [],
  "schedule.due": [],
  "workflow.digressed": [],
};

/** Their content is a workflow's, or a schedule's, own affair. */
const WITHOUT_SCHEMA: ReadonlySet<string> = new Set<EffectKind | BotEventKind>([
  "workflow.start",
  "workflow.signal",
  "workflow.ended",
  "workflow.digressed",
  "schedule.due",
]);

/** What of a payload may be changed, or why nothing of it may. */
export function editableOf(payload: InboxBody | Effect): Editable | NoEdit {
  const { kind } = payload;
  if (WITHOUT_SCHEMA.has(kind)) return "no_schema";
  if (isOwnAct(payload)) return "own_act";
  if (isOf(PLACES_OF_EFFECT, kind)) return withPlaces(Effect, PLACES_OF_EFFECT[kind]);
  if (isOf(PLACES_OF_EVENT, kind)) return withPlaces(BotEvent, PLACES_OF_EVENT[kind]);
  return "no_schema";
}

/** An employee's token, or their words, must not carry what somebody else thought of: a bot does what an employee asks with their rights. */
const isOwnAct = (payload: InboxBody | Effect): boolean =>
  ("byId" in payload && payload.byId != null) ||
  ("byDesk" in payload && payload.byDesk === true) ||
  ("person" in payload && payload.person !== null && payload.person?.kind !== "client");

const withPlaces = (schema: Editable["schema"], places: readonly string[]): Editable | NoEdit =>
  places.length === 0 ? "nothing_to_change" : { schema, places };

/** A payload comes out of the database, and may be of a kind that no release knows any more. */
const isOf = <Kind extends string>(table: Record<Kind, unknown>, kind: string): kind is Kind =>
  Object.hasOwn(table, kind);
