import { AppError } from "@botdeck/core";
import { z } from "zod";

import { callJson } from "../start/http.ts";

const Person = z.object({ id: z.string(), name: z.string(), role: z.string() });
const Dialog = z.object({ id: z.string(), lineOwner: z.string().nullable() });
const Message = z.object({ id: z.string(), dialogId: z.string(), authorId: z.string(), text: z.string() });
const Change = z.looseObject({ type: z.string() });
export type Message = z.infer<typeof Message>;

const BOT_MAY_ANSWER = new Set([null, "bot", "closed"]);

/** The emulator's control API, as far as a smoke test plays a client. */
export function createEmulatorClient(emulatorUrl: string) {
  const api = `${emulatorUrl}/emulator/api`;
  return {
    /** A client and their open line dialog, one in which the bot and not an operator answers. */
    async openDialog(): Promise<{ clientId: string; dialogId: string; botIds: Set<string> }> {
      const people = z.array(Person).parse(await callJson(`${api}/people`));
      const botIds = new Set(people.filter(({ role }) => role === "bot").map(({ id }) => id));
      for (const { id } of people.filter(({ role }) => role === "client")) {
        const dialog = Dialog.parse(await callJson(`${api}/dialogs`, { as: id }));
        if (BOT_MAY_ANSWER.has(dialog.lineOwner)) return { clientId: id, dialogId: dialog.id, botIds };
      }
      throw new AppError(
        "conflict",
        "Operators hold the dialogs of all demo clients, so no bot answers. Close one in the chat page.",
      );
    },

    async write(dialogId: string, clientId: string, text: string): Promise<Message> {
      return Message.parse(
        await callJson(`${api}/dialogs/${encodeURIComponent(dialogId)}/messages`, { as: clientId, text }),
      );
    },

    /** Every message written after this returned. Ends when the signal fires. */
    async listen(signal: AbortSignal): Promise<AsyncGenerator<Message>> {
      const response = await fetch(`${api}/events`, { signal, headers: { accept: "text/event-stream" } });
      if (!response.ok || response.body === null)
        throw new AppError("unreachable", `${api}/events answered ${response.status}`);
      return readMessages(response.body);
    },
  };
}

async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((each) => each.startsWith("data:"))) {
      const change = Change.parse(JSON.parse(line.slice("data:".length)));
      if (change.type === "message") yield Message.parse(change.message ?? change);
    }
  }
}
