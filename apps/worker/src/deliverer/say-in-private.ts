import { findConversation, type OutboxEffect, portalBotById, type Transaction, wakeDeliverer } from "@botdeck/db";

import { type Post, post } from "../temporal/flow-outbox.ts";

/** What a bot says to somebody in private. */
type Said = Omit<Post, "to" | "orTo"> & { person: { id: string; name: string } };

/** Has an effect's bot say something to a person in private, once for each key. @returns The conversation; null without the bot. */
export async function sayInPrivate(
  tx: Transaction,
  { portalId, botId }: Pick<OutboxEffect, "portalId" | "botId">,
  { person, ...said }: Said,
): Promise<string | null> {
  const bot = await portalBotById(tx, botId);
  if (bot === null) return null;
  const dialog = { id: person.id, chatId: null, type: "private" as const, title: person.name, entityId: null };
  const conversationId = await post(tx, { portalId, botId, botName: bot.name }, { ...said, to: { dialog, person } });
  await wakeDeliverer(tx);
  return conversationId;
}

/** Says to its person what could not be said in a chat that the bot is not in any more. @returns As `sayInPrivate`. */
export async function sayToItsPerson(tx: Transaction, row: OutboxEffect): Promise<string | null> {
  if (row.body.kind !== "chat.send" || row.body.orTo === undefined) return null;
  const { orTo: person, text, buttons, card } = row.body;
  const chat = row.conversationId === null ? null : await findConversation(tx, row.conversationId);
  return await sayInPrivate(tx, row, {
    key: `private:${row.id}`,
    person,
    language: chat?.language ?? "en",
    text,
    ...(buttons !== undefined && { buttons }),
    ...(card !== undefined && { card }),
  });
}
