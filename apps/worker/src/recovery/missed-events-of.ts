import {
  type DialogHistory,
  type EventOwner,
  type HistoryMessage,
  type MissedBy,
  toKeyedBotEvent,
  toMissedJoin,
  toMissedMessage,
} from "@botdeck/b24-client";
import type { Dialog, KeyedBotEvent, Person } from "@botdeck/core";

/** The time that is looked through, and when it is looked through; all by the portal's clock. */
export type Window = { from: Date; to: Date; now: Date };

export type DialogToLookThrough = {
  dialog: Dialog;
  history: DialogHistory;
  /** The last message that was known well before the outage; null when none was. */
  lastKnownId: string | null;
  /** When the session began to which the history belongs; null when it did so before the outage, or there is none. */
  joinedAt: Date | null;
};

/** A message with the event it makes. */
type Told = { message: HistoryMessage; person: Person; keyed: KeyedBotEvent };

/** Everything of a dialog's history that a bot would have been told, in order, known or not. */
export function toldOf(
  { dialog, history }: Pick<DialogToLookThrough, "dialog" | "history">,
  bot: MissedBy & EventOwner,
  now: Date,
): Told[] {
  return history.messages.flatMap((message) => {
    const { authorId } = message;
    const unknown: Person = { id: authorId, name: "", kind: authorId === "0" ? "system" : "employee" };
    const person = history.people.get(authorId) ?? unknown;
    const isOwn = authorId === bot.bitrixBotId;
    const parsed = isOwn ? null : toMissedMessage(bot, { dialog, person, message }, now);
    return parsed === null ? [] : [{ message, person, keyed: toKeyedBotEvent(parsed, bot) }];
  });
}

type Rules = {
  window: Window;
  /** A question that is older is not answered any more, in milliseconds. */
  answerWithinMs: number;
  /** Whether the bot was told of it. */
  isKnown: (told: Told) => boolean;
  /** Known messages of the dialog that are not in this history: of a later session. */
  isOvertaken: boolean;
};

/**
 * The events that were missed, in order.
 *
 * A missed question is answered, late as it is, unless it would be wrong: after `answerWithinMs` the person does not wait
 * any more, an operator has answered since, or the bot has heard a later word and would take this one for an answer to
 * it. Then it is only written down, so that whoever reads the dialog sees it. A missed word of an operator takes the
 * conversation over as ever, unless a later session has begun since.
 */
export function missedEventsOf(
  looked: DialogToLookThrough,
  told: readonly Told[],
  bot: MissedBy & EventOwner,
  rules: Rules,
): KeyedBotEvent[] {
  const { dialog, lastKnownId, joinedAt } = looked;
  const missed = told.filter((each) => !rules.isKnown(each) && isWithin(each.message, rules.window, lastKnownId));
  const events = missed.map((each) => marked(each.keyed, isPast(each, dialog, told, rules)));
  const [first] = missed;
  if (joinedAt === null || first === undefined) return events;
  const joined = toKeyedBotEvent(toMissedJoin(bot, { dialog, person: first.person, at: joinedAt }), bot);
  return [marked(joined, isPast(first, dialog, told, rules)), ...events];
}

function isPast(each: Told, dialog: Dialog, told: readonly Told[], rules: Rules): boolean {
  if (rules.isOvertaken) return true;
  if (isOperator(each, dialog)) return false;
  const { window, answerWithinMs } = rules;
  const later = told.slice(told.indexOf(each) + 1);
  const isOld = each.message.at !== null && window.now.getTime() - each.message.at.getTime() > answerWithinMs;
  return isOld || later.some((other) => isOperator(other, dialog) || rules.isKnown(other));
}

function isOperator({ person }: Told, dialog: Dialog): boolean {
  return dialog.type === "open_line" && person.kind !== "client";
}

function isWithin({ at, id }: HistoryMessage, { from, to }: Window, lastKnownId: string | null): boolean {
  if (at === null) return lastKnownId !== null && Number(id) > Number(lastKnownId);
  return at >= from && at <= to;
}

function marked({ dedupeKey, event }: KeyedBotEvent, isPastEvent: boolean): KeyedBotEvent {
  return { dedupeKey, event: isPastEvent ? { ...event, isPast: true } : event };
}
