import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "../start/http.ts";
import type { Reply } from "./verdict/judge.ts";

const Person = z.object({ id: z.string(), role: z.string(), name: z.string() });
const Webhook = z.object({ url: z.string() });
const Written = z.object({ id: z.string() });
const Dialog = z.object({ id: z.string(), chatId: z.string() });
const Message = z.object({ authorId: z.string(), text: z.string(), at: z.string() });
const Recorded = z.object({
  calls: z.array(z.object({ method: z.string(), status: z.number(), error: z.string().nullable(), at: z.string() })),
});

/** The administrator of the demo portal, who is in every chat of a drill. */
const OWNER_ID = "1";

type ClientDialog = { clientId: string; dialogId: string };
type ClientMessage = { text: string; files?: readonly { name: string; contentBase64: string }[] };

export type DrillPortal = ReturnType<typeof createDrillPortal>;

/** The emulated portal as a drill uses it: it plays the client, and bears witness to what arrived. */
export function createDrillPortal(emulatorUrl: string) {
  const api = `${emulatorUrl}/emulator/api`;
  const people = async () => z.array(Person).parse(await callJson(`${api}/people`));

  const setFaults = async (faults: object = {}): Promise<void> => {
    const response = await fetch(`${api}/faults`, {
      method: "PUT",
      body: JSON.stringify(faults),
      headers: { "content-type": "application/json" },
    });
    if (!response.ok) {
      throw new AppError("rejected", `The portal's faults were not set: ${api}/faults answered ${response.status}`);
    }
  };

  return {
    /** Waits until the worker has registered a bot here. @throws AppError `unreachable` when none comes. */
    async waitForBot(): Promise<void> {
      const hasBot = async () => (await people()).some(({ role }) => role === "bot");
      if (await waitUntil(hasBot, { timeoutMs: 60_000, everyMs: 200 })) return;
      throw new AppError("unreachable", "No bot was registered on the portal within a minute");
    },

    async openDialog(): Promise<ClientDialog> {
      const client = (await people()).find(({ role }) => role === "client");
      if (!client) throw new Error("the demo portal has no client");
      const dialog = Dialog.parse(await callJson(`${api}/dialogs`, { as: client.id }));
      return { clientId: client.id, dialogId: dialog.id };
    },

    async write({ clientId, dialogId }: ClientDialog, message: ClientMessage): Promise<void> {
      await callJson(`${api}/dialogs/${dialogId}/messages`, { as: clientId, ...message });
    },

    /** All that bots ever said in the dialog, oldest first. */
    async botMessages({ clientId, dialogId }: ClientDialog): Promise<string[]> {
      const bots = new Set((await people()).filter(({ role }) => role === "bot").map(({ id }) => id));
      const messages = z.array(Message).parse(await callJson(`${api}/dialogs/${dialogId}/messages?as=${clientId}`));
      return messages.filter(({ authorId }) => bots.has(authorId)).map(({ text }) => text);
    },

    /** Waits until a bot has said something in the dialog and then nothing more for a second. */
    async settle(dialog: ClientDialog): Promise<void> {
      let [count, quietSince] = [0, performance.now()];
      await waitUntil(
        async () => {
          const now = (await this.botMessages(dialog)).length;
          if (now !== count) [count, quietSince] = [now, performance.now()];
          return count > 0 && performance.now() - quietSince > 1_000;
        },
        { timeoutMs: 60_000, everyMs: 100 },
      );
    },

    async countTasks(): Promise<number> {
      return z.array(z.unknown()).parse(await callJson(`${api}/tasks`)).length;
    },

    /** A group chat with the bot, for messages that a drill posts itself. @returns The portal's number of the chat. */
    async openChat(title: string, botId: string): Promise<number> {
      const dialog = await callJson(`${api}/dialogs`, { as: OWNER_ID, title, memberIds: [botId] });
      return Number(Dialog.parse(dialog).chatId);
    },

    /** Opens chats until there is one with this number, so that later ones are unlike those of another portal. */
    async passChatNumber(number: number): Promise<void> {
      for (;;) {
        const dialog = await callJson(`${api}/dialogs`, { as: OWNER_ID, title: "nobody", memberIds: [] });
        if (Number(Dialog.parse(dialog).chatId) >= number) return;
      }
    },

    /** Writes as the owner. @returns The portal's id of the message. */
    async writeIn(chatId: number, text: string): Promise<string> {
      return Written.parse(await callJson(`${api}/dialogs/chat${chatId}/messages`, { as: OWNER_ID, text })).id;
    },

    /** The portal's id of a bot by its name there; null when it is not there. */
    async findBot(name: string): Promise<string | null> {
      return (await people()).find((person) => person.role === "bot" && person.name === name)?.id ?? null;
    },

    /** An inbound webhook that may do all that bots do. */
    async openWebhook(): Promise<string> {
      const scopes = ["imbot", "imopenlines", "im", "crm", "task", "user", "disk"];
      return Webhook.parse(await callJson(`${api}/webhooks`, { userId: Number(OWNER_ID), scopes })).url;
    },

    /** What a bot said in a chat, in the portal's order. */
    async repliesIn(chatId: number, botId: string): Promise<Reply[]> {
      const dialogId = `chat${chatId}`;
      const messages = z.array(Message).parse(await callJson(`${api}/dialogs/${dialogId}/messages?as=${OWNER_ID}`));
      return messages
        .filter(({ authorId }) => authorId === botId)
        .map(({ text, at }) => ({ dialogId, text, at: new Date(at) }));
    },

    /** All that the portal does wrong from now on; without an argument it is well again. @throws AppError `rejected`. */
    setFaults,

    /** Calls that the portal got, oldest first. */
    async calls(): Promise<z.infer<typeof Recorded>["calls"]> {
      return Recorded.parse(await callJson(`${api}/record`)).calls;
    },

    /** The portal takes this long over the next message a bot sends. @throws AppError `rejected`. */
    async slowNextSend(delayMs: number): Promise<void> {
      await setFaults({ rest: { mode: "delay", method: "imbot.v2.Chat.Message.send", delayMs, times: 1 } });
    },
  };
}
