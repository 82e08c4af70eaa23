import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "../start/http.ts";

const Person = z.object({ id: z.string(), role: z.string() });
const Dialog = z.object({ id: z.string() });
const Message = z.object({ authorId: z.string(), text: z.string() });

type ClientDialog = { clientId: string; dialogId: string };
type ClientMessage = { text: string; files?: readonly { name: string; contentBase64: string }[] };

export type DrillPortal = ReturnType<typeof createDrillPortal>;

/** The emulated portal as a drill uses it: it plays the client, and bears witness to what arrived. */
export function createDrillPortal(emulatorUrl: string) {
  const api = `${emulatorUrl}/emulator/api`;
  const people = async () => z.array(Person).parse(await callJson(`${api}/people`));

  return {
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

    /** The portal takes this long over the next message a bot sends. @throws AppError `rejected`. */
    async slowNextSend(delayMs: number): Promise<void> {
      const rest = { mode: "delay", method: "imbot.v2.Chat.Message.send", delayMs, times: 1 };
      const response = await fetch(`${api}/faults`, {
        method: "PUT",
        body: JSON.stringify({ rest }),
        headers: { "content-type": "application/json" },
      });
      if (!response.ok) {
        throw new AppError("rejected", `The portal was not slowed: ${api}/faults answered ${response.status}`);
      }
    },
  };
}
