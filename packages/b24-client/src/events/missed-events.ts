import type { Dialog, Person } from "@botdeck/core";

import type { BotApiVersion } from "../formats/message-limits.ts";
import type { HistoryMessage } from "../history/dialog-history.ts";
import { commandIdentity } from "./command.ts";
import { toSecond } from "./occurred-at.ts";
import type { ParsedBotEvent } from "./parsed-bot-event.ts";

/** The bot that an event was meant for, and what it would have known of it. */
export type MissedBy = {
  bitrixBotId: string;
  /** The bot API that its events come by: the first one cuts the mention of the bot out of a text. */
  api: BotApiVersion;
  /** The portal's ids of the bot's commands, by name. */
  commandIds: Readonly<Record<string, string>>;
};

type Missed = { dialog: Dialog; person: Person; message: HistoryMessage };

/**
 * The event that a bot would have got for a message, under the same key: should it come after all, it is known. Null for
 * what reaches no bot: its own words, those of other bots and of the portal, and in a group what does not mention it.
 *
 * @param arrivedAt Our clock, for a message without a time.
 */
export function toMissedMessage(bot: MissedBy, missed: Missed, arrivedAt: Date): ParsedBotEvent | null {
  const { dialog, person, message } = missed;
  if (person.kind === "bot" || person.kind === "system") return null;
  if (dialog.type === "group" && !isMentioned(message.text, bot.bitrixBotId)) return null;
  const occurredAt = (message.at ?? arrivedAt).toISOString();
  const content = {
    id: message.id,
    text: dialog.type === "group" && bot.api === "v1" ? withoutMention(message.text, bot.bitrixBotId) : message.text,
    files: message.fileIds.map((id) => ({ id, name: null, sizeBytes: null })),
  };
  const base = { dialog, person, language: null, occurredAt, message: content };
  const command = readCommand(content.text, bot);
  const { bitrixBotId } = bot;
  if (command === null) return { bitrixBotId, draft: { ...base, kind: "message.added" }, identity: [message.id] };
  const identity = commandIdentity(message.id, command, occurredAt);
  return { bitrixBotId, draft: { ...base, kind: "command.called", command }, identity };
}

/**
 * The event that a bot would have got when it was put into a dialog. A webhook's key holds the second in which it was
 * sent, so the two are the same event only if nothing was slow; that they are two does no harm, for a bot greets once.
 */
export function toMissedJoin(
  { bitrixBotId }: Pick<MissedBy, "bitrixBotId">,
  { dialog, person, at }: { dialog: Dialog; person: Person; at: Date },
): ParsedBotEvent {
  const occurredAt = at.toISOString();
  return {
    bitrixBotId,
    draft: { kind: "bot.joined", dialog, person, language: null, occurredAt },
    identity: [dialog.id, toSecond(occurredAt)],
  };
}

function readCommand(text: string, { commandIds }: MissedBy) {
  const [, name = "", params = ""] = /^\/([^\s/]+)(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? [];
  const id = Object.hasOwn(commandIds, name) ? commandIds[name] : undefined;
  return id === undefined ? null : { id, name, params, context: "textarea" as const };
}

function isMentioned(text: string, bitrixBotId: string): boolean {
  return new RegExp(`\\[user=(?:${bitrixBotId}|all)(?:\\s[^\\]]*)?\\]`, "i").test(text);
}

function withoutMention(text: string, bitrixBotId: string): string {
  return text.replace(new RegExp(`\\[user=${bitrixBotId}(?:\\s[^\\]]*)?\\].*?\\[/user\\]`, "gi"), "").trim();
}
