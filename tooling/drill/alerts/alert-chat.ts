import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "../../start/http.ts";

const Dialog = z.object({ id: z.string(), chatId: z.string() });
const Person = z.object({ id: z.string(), role: z.string(), name: z.string() });
const Message = z.object({
  id: z.string(),
  authorId: z.string(),
  text: z.string(),
  editedAt: z.string().nullable(),
  /** The buttons; of one with an address that is its `LINK`. */
  keyboard: z.array(z.object({ LINK: z.string().optional() })).default([]),
});
export type ShownMessage = z.infer<typeof Message>;

const NAMES = ["Notifications", "Уведомления"];
const BOT_TIMEOUT_MS = 120_000;
const GREETING_TIMEOUT_MS = 30_000;

/** Where alerts are shown, and where whoever is on call is paged. */
export type AlertChat = {
  /** Whoever is on call. */
  person: { id: string; firstName: string };
  /** The group chat: its id, and what its page calls it. */
  dialogId: string;
  title: string;
  /** What the bot says in the group chat, as it stands now, oldest first. */
  cards(): Promise<ShownMessage[]>;
  /** The same of the person's own dialog with the bot. */
  pages(): Promise<ShownMessage[]>;
};

/**
 * Opens a group chat with the notification bot, and the private dialog of whoever is on call.
 *
 * @param title Unlike that of any other chat.
 * @throws AppError `unreachable` when the worker registers no such bot.
 */
export async function openAlertChat(emulatorUrl: string, personId: string, title: string): Promise<AlertChat> {
  const api = `${emulatorUrl}/emulator/api`;
  const people = async () => z.array(Person).parse(await callJson(`${api}/people`));
  const findBot = async () => (await people()).find(({ role, name }) => role === "bot" && NAMES.includes(name)) ?? null;
  await waitUntil(async () => (await findBot()) !== null, { timeoutMs: BOT_TIMEOUT_MS, everyMs: 200 });
  const bot = await findBot();
  if (bot === null) throw new AppError("unreachable", "The notification bot was not registered on the portal in time");
  const person = (await people()).find(({ id }) => id === personId);
  if (person === undefined) throw new AppError("not_found", `The portal has nobody of the id ${personId}`);

  const open = async (chat: object) => Dialog.parse(await callJson(`${api}/dialogs`, { as: personId, ...chat }));
  const said = async (dialogId: string) => {
    const messages = z.array(Message).parse(await callJson(`${api}/dialogs/${dialogId}/messages?as=${personId}`));
    return messages.filter(({ authorId }) => authorId === bot.id);
  };
  const own = await open({ botId: bot.id });
  // A bot greets whoever opens a dialog with it; that is no page.
  await waitUntil(async () => (await said(own.id)).length > 0, { timeoutMs: GREETING_TIMEOUT_MS });
  const { chatId } = await open({ title, memberIds: [bot.id] });
  const dialogId = `chat${chatId}`;
  return {
    person: { id: personId, firstName: person.name.split(" ")[0] ?? person.name },
    dialogId,
    title,
    cards: () => said(dialogId),
    pages: () => said(own.id),
  };
}
