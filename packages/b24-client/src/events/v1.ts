import { AppError, type Dialog, type FileRef, type Message, type Person } from "@botdeck/core";

import { commandIdentity, readCommandContext } from "./command.ts";
import { toSecond } from "./occurred-at.ts";
import type { BotEventDraft, ParsedBotEvent, ReadEvent } from "./parsed-bot-event.ts";
import { readRemoved } from "./read-removed.ts";
import { emptyWireMap, flagAt, isUserId, mapAt, optionalTextAt, textAt, textsAt, type WireMap } from "./wire.ts";

type Base = Pick<BotEventDraft, "dialog" | "person" | "language" | "occurredAt">;
type Reader = (data: WireMap, base: Base) => ReadEvent;

const READERS: ReadonlyMap<string, Reader> = new Map([
  ["ONIMBOTMESSAGEADD", readMessageAdded],
  ["ONIMBOTMESSAGEUPDATE", readMessageUpdated],
  ["ONIMBOTMESSAGEDELETE", readMessageDeleted],
  ["ONIMBOTJOINCHAT", readJoined],
]);

/**
 * Reads a v1 bot event. `data.BOT` is a map: one post may concern several bots of the app.
 *
 * @param sentAt The portal's time of sending, or ours of its arrival: v1 messages carry no date.
 * @returns null for an event name we do not know.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: chat-bots/outdated (events)
 */
export function readV1Event(event: string, data: WireMap, sentAt: string): ParsedBotEvent[] | null {
  if (event === "ONIMBOTDELETE") return [readRemoved(textAt(data, "BOT_ID"), sentAt)];
  if (event === "ONIMCOMMANDADD") return readCommands(data, readBase(data, sentAt));
  const reader = READERS.get(event);
  if (reader === undefined) return null;
  const read = reader(data, readBase(data, sentAt));
  return entriesAt(data, "BOT").map(([bitrixBotId]) => ({ bitrixBotId, ...read }));
}

function readMessageAdded(data: WireMap, base: Base): ReadEvent {
  const message = readMessage(data);
  return { draft: { ...base, kind: "message.added", message }, identity: [message.id] };
}

function readMessageUpdated(data: WireMap, base: Base): ReadEvent {
  const message = readMessage(data);
  return { draft: { ...base, kind: "message.updated", message }, identity: [message.id, message.text] };
}

function readMessageDeleted(data: WireMap, base: Base): ReadEvent {
  const messageId = readMessageId(data);
  return { draft: { ...base, kind: "message.deleted", messageId }, identity: [messageId] };
}

function readJoined(_data: WireMap, base: Base): ReadEvent {
  return { draft: { ...base, kind: "bot.joined" }, identity: [base.dialog.id, toSecond(base.occurredAt)] };
}

/** `data.COMMAND` is keyed by command id, and each entry names its bot. */
function readCommands(data: WireMap, base: Base): ParsedBotEvent[] {
  const message = readMessage(data);
  return entriesAt(data, "COMMAND").map(([, entry]) => {
    const command = {
      id: textAt(entry, "COMMAND_ID"),
      name: textAt(entry, "COMMAND").replace(/^\//, ""),
      params: optionalTextAt(entry, "COMMAND_PARAMS") ?? "",
      context: readCommandContext(optionalTextAt(entry, "COMMAND_CONTEXT")),
    };
    return {
      bitrixBotId: textAt(entry, "BOT_ID"),
      draft: { ...base, kind: "command.called", message, command },
      identity: commandIdentity(message.id, command, base.occurredAt),
    };
  });
}

/** @throws AppError `invalid` when the map is missing or empty: an event always concerns somebody. */
function entriesAt(data: WireMap, key: "BOT" | "COMMAND"): [string, WireMap][] {
  const entries = Object.entries(mapAt(data, key)).filter(
    (entry): entry is [string, WireMap] => typeof entry[1] === "object",
  );
  if (entries.length === 0) throw new AppError("invalid", `The event has no ${key}`, { context: { path: key } });
  return entries;
}

function readBase(data: WireMap, sentAt: string): Base {
  return {
    dialog: readDialog(data),
    person: readPerson(data),
    language: optionalTextAt(data, "PARAMS.LANGUAGE"),
    occurredAt: sentAt,
  };
}

function readDialog(data: WireMap): Dialog {
  const id = textAt(data, "PARAMS.DIALOG_ID");
  const type = optionalTextAt(data, "PARAMS.CHAT_TYPE") ?? optionalTextAt(data, "PARAMS.MESSAGE_TYPE");
  const isOpenLine = type === "L" || optionalTextAt(data, "PARAMS.CHAT_ENTITY_TYPE") === "LINES";
  return {
    id,
    chatId: optionalTextAt(data, "PARAMS.CHAT_ID") ?? optionalTextAt(data, "PARAMS.TO_CHAT_ID"),
    type: isOpenLine ? "open_line" : type === "P" || isUserId(id) ? "private" : "group",
    title: optionalTextAt(data, "PARAMS.CHAT_TITLE") ?? "",
    entityId: isOpenLine ? optionalTextAt(data, "PARAMS.CHAT_ENTITY_ID") : null,
  };
}

/** USER may be missing in groups; the author's id is then all there is. */
function readPerson(data: WireMap): Person {
  const id =
    optionalTextAt(data, "USER.ID") ??
    optionalTextAt(data, "PARAMS.AUTHOR_ID") ??
    optionalTextAt(data, "PARAMS.FROM_USER_ID") ??
    textAt(data, "PARAMS.USER_ID");
  return { id, name: optionalTextAt(data, "USER.NAME") ?? "", kind: readKind(data, id) };
}

function readKind(data: WireMap, personId: string): Person["kind"] {
  // Who presses the button of a message did not write it; the system may have.
  const isAuthor = Object.keys(mapAt(data, "COMMAND")).length === 0;
  const isSystemMessage = flagAt(data, "PARAMS.SYSTEM") || optionalTextAt(data, "PARAMS.AUTHOR_ID") === "0";
  if (personId === "0" || (isAuthor && isSystemMessage)) return "system";
  if (flagAt(data, "USER.IS_BOT")) return "bot";
  if (flagAt(data, "USER.IS_CONNECTOR")) return "client";
  return flagAt(data, "USER.IS_EXTRANET") ? "extranet" : "employee";
}

function readMessage(data: WireMap): Message {
  return {
    id: readMessageId(data),
    text: optionalTextAt(data, "PARAMS.MESSAGE") ?? "",
    files: readFiles(data),
  };
}

function readMessageId(data: WireMap): string {
  return optionalTextAt(data, "PARAMS.ID") ?? textAt(data, "PARAMS.MESSAGE_ID");
}

/** The docs do not show files; portals were seen to send a map of them, or ids alone in one of two places. */
function readFiles(data: WireMap): FileRef[] {
  const described = Object.entries(mapAt(data, "PARAMS.FILES")).map(([key, value]) => describeFile(key, value));
  if (described.length > 0) return described;
  const ids = [...textsAt(data, "PARAMS.PARAMS.FILE_ID"), ...textsAt(data, "PARAMS.FILE_ID")];
  return [...new Set(ids)].map((id) => ({ id, name: null, sizeBytes: null }));
}

function describeFile(key: string, value: WireMap[string]): FileRef {
  const file = typeof value === "string" ? emptyWireMap() : value;
  const size = Number(optionalTextAt(file, "size") ?? Number.NaN);
  return {
    id: optionalTextAt(file, "id") ?? key,
    name: optionalTextAt(file, "name"),
    sizeBytes: Number.isSafeInteger(size) && size >= 0 ? size : null,
  };
}
