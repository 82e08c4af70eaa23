import type { Dialog, FileRef, Message, Person } from "@botdeck/core";

import { commandIdentity, readCommandContext } from "./command.ts";
import { fingerprint } from "./fingerprint.ts";
import { readInstant, toSecond } from "./occurred-at.ts";
import type { BotEventDraft, ParsedBotEvent, ReadEvent } from "./parsed-bot-event.ts";
import { readRemoved } from "./read-removed.ts";
import { flagAt, isUserId, mapAt, optionalTextAt, textAt, textsAt, withoutEmpty, type WireMap } from "./wire.ts";

type Base = Pick<BotEventDraft, "dialog" | "person" | "language" | "occurredAt">;
type Reader = (data: WireMap, base: Base) => ReadEvent;

/** Keyed by the name that a webhook and `imbot.v2.Event.get` share. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ["ONIMBOTV2MESSAGEADD", readMessageAdded],
  ["ONIMBOTV2MESSAGEUPDATE", readMessageUpdated],
  ["ONIMBOTV2MESSAGEDELETE", readMessageDeleted],
  ["ONIMBOTV2JOINCHAT", readJoined],
  ["ONIMBOTV2COMMANDADD", readCommand],
  ["ONIMBOTV2REACTIONCHANGE", readReaction],
  ["ONIMBOTV2CONTEXTGET", readContext],
]);

/**
 * Reads the data of an `ONIMBOTV2…` event in its text form (a fetched one goes through toWireMap first).
 *
 * @param sentAt The portal's time of the event, or ours of its arrival.
 * @returns null for an event name we do not know.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/events/events
 */
export function readV2Event(event: string, data: WireMap, sentAt: string): ParsedBotEvent | null {
  if (event === "ONIMBOTV2DELETE") return readRemoved(textAt(data, "bot.id"), sentAt);
  const reader = READERS.get(event);
  if (reader === undefined) return null;
  const base = {
    dialog: readDialog(data),
    person: readPerson(data),
    language: optionalTextAt(data, "language"),
    occurredAt: sentAt,
  };
  return { bitrixBotId: textAt(data, "bot.id"), ...reader(data, base) };
}

function readMessageAdded(data: WireMap, base: Base): ReadEvent {
  const message = readMessage(data);
  const occurredAt = readInstant(optionalTextAt(data, "message.date")) ?? base.occurredAt;
  return { draft: { ...base, kind: "message.added", occurredAt, message }, identity: [message.id] };
}

/** The portal stamps no edit, so an edit is known by what it left. */
function readMessageUpdated(data: WireMap, base: Base): ReadEvent {
  const message = readMessage(data);
  const params = fingerprint(mapAt(data, "message.params"));
  return { draft: { ...base, kind: "message.updated", message }, identity: [message.id, message.text, params] };
}

function readMessageDeleted(data: WireMap, base: Base): ReadEvent {
  const messageId = optionalTextAt(data, "messageId") ?? textAt(data, "message.id");
  return { draft: { ...base, kind: "message.deleted", messageId }, identity: [messageId] };
}

function readJoined(_data: WireMap, base: Base): ReadEvent {
  return { draft: { ...base, kind: "bot.joined" }, identity: [base.dialog.id, toSecond(base.occurredAt)] };
}

function readCommand(data: WireMap, base: Base): ReadEvent {
  const message = readMessage(data);
  const command = {
    id: textAt(data, "command.id"),
    name: textAt(data, "command.command").replace(/^\//, ""),
    params: optionalTextAt(data, "command.params") ?? "",
    context: readCommandContext(optionalTextAt(data, "command.context")),
  };
  const messageDate = command.context === "textarea" ? readInstant(optionalTextAt(data, "message.date")) : null;
  const occurredAt = messageDate ?? base.occurredAt;
  return {
    draft: { ...base, kind: "command.called", occurredAt, message, command },
    identity: commandIdentity(message.id, command, base.occurredAt),
  };
}

function readReaction(data: WireMap, base: Base): ReadEvent {
  const messageId = textAt(data, "message.id");
  const reaction = textAt(data, "reaction");
  const action = textAt(data, "action") === "delete" ? "delete" : "add";
  return {
    draft: { ...base, kind: "reaction.changed", messageId, reaction, action },
    identity: [messageId, base.person.id, reaction, action, toSecond(base.occurredAt)],
  };
}

function readContext(data: WireMap, base: Base): ReadEvent {
  const context = withoutEmpty(mapAt(data, "context"));
  return {
    draft: { ...base, kind: "context.opened", context: { ...context } },
    identity: [base.dialog.id, base.person.id, fingerprint(context), toSecond(base.occurredAt)],
  };
}

function readDialog(data: WireMap): Dialog {
  const id = optionalTextAt(data, "chat.dialogId") ?? textAt(data, "dialogId");
  const type = optionalTextAt(data, "chat.type");
  const isOpenLine = optionalTextAt(data, "chat.entityType") === "LINES" || type === "lines";
  return {
    id,
    chatId: optionalTextAt(data, "chat.id") ?? optionalTextAt(data, "message.chatId"),
    type: isOpenLine ? "open_line" : type === "private" || isUserId(id) ? "private" : "group",
    title: optionalTextAt(data, "chat.name") ?? "",
    entityId: isOpenLine ? optionalTextAt(data, "chat.entityId") : null,
  };
}

function readPerson(data: WireMap): Person {
  const id = optionalTextAt(data, "user.id") ?? textAt(data, "message.authorId");
  return { id, name: optionalTextAt(data, "user.name") ?? "", kind: readKind(data, id) };
}

function readKind(data: WireMap, personId: string): Person["kind"] {
  // Who reacts to a message or presses its button did not write it; the system may have.
  const isAuthor = optionalTextAt(data, "reaction") === null && optionalTextAt(data, "command.id") === null;
  const isSystemMessage = flagAt(data, "message.isSystem") || optionalTextAt(data, "message.authorId") === "0";
  if (personId === "0" || (isAuthor && isSystemMessage)) return "system";
  if (flagAt(data, "user.bot") || optionalTextAt(data, "user.type") === "bot") return "bot";
  if (flagAt(data, "user.connector")) return "client";
  return flagAt(data, "user.extranet") ? "extranet" : "employee";
}

function readMessage(data: WireMap): Message {
  return {
    id: textAt(data, "message.id"),
    text: optionalTextAt(data, "message.text") ?? "",
    files: textsAt(data, "message.params.FILE_ID").map(fileById),
  };
}

/** v2 tells only the ids; `imbot.v2.File.download` wants no more. */
function fileById(id: string): FileRef {
  return { id, name: null, sizeBytes: null };
}
