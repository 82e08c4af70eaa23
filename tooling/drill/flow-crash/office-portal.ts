import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { callJson } from "../../start/http.ts";

const Person = z.object({ id: z.string(), role: z.string(), name: z.string() });
const Dialog = z.object({ id: z.string() });
const Message = z.object({
  id: z.string(),
  authorId: z.string(),
  text: z.string(),
  keyboard: z.array(z.record(z.string(), z.unknown())).default([]),
});
type Message = z.infer<typeof Message>;

const BOT_TIMEOUT_MS = 120_000;
const BUTTON_TIMEOUT_MS = 120_000;

export type OfficePortal = ReturnType<typeof createOfficePortal>;

/** The emulated portal as its employees use it: each in a private chat with one bot. */
export function createOfficePortal(emulatorUrl: string, botName: string) {
  const api = `${emulatorUrl}/emulator/api`;
  const people = async () => z.array(Person).parse(await callJson(`${api}/people`));
  const findBot = async () => (await people()).find(({ role, name }) => role === "bot" && name === botName)?.id ?? null;

  async function dialogOf(personId: string): Promise<{ dialogId: string; botId: string }> {
    const botId = (await findBot()) ?? "";
    const { id } = Dialog.parse(await callJson(`${api}/dialogs`, { as: personId, botId }));
    return { dialogId: id, botId };
  }

  async function messagesTo(personId: string): Promise<Message[]> {
    const { dialogId, botId } = await dialogOf(personId);
    const messages = z.array(Message).parse(await callJson(`${api}/dialogs/${dialogId}/messages?as=${personId}`));
    return messages.filter(({ authorId }) => authorId === botId);
  }

  return {
    /** @throws AppError `unreachable` when the worker registers no such bot. */
    async waitForBot(): Promise<void> {
      if (await waitUntil(async () => (await findBot()) !== null, { timeoutMs: BOT_TIMEOUT_MS, everyMs: 200 })) return;
      throw new AppError("unreachable", `The bot ${botName} was not registered on the portal in time`);
    },

    /** Employees, those in charge first. */
    employees: async () => (await people()).filter(({ role }) => role !== "client" && role !== "bot"),

    /** Somebody writes to the bot in their own chat with it. */
    async write(personId: string, text: string): Promise<void> {
      const { dialogId } = await dialogOf(personId);
      await callJson(`${api}/dialogs/${dialogId}/messages`, { as: personId, text });
    },

    /** All that the bot ever said to somebody, as it stands now, oldest first. */
    said: async (personId: string) => (await messagesTo(personId)).map(({ text }) => text),

    /** Somebody presses the newest button of such a name, as soon as there is one. @throws AppError `not_found`. */
    async press(personId: string, label: RegExp): Promise<void> {
      const hasLabel = ({ TEXT }: Record<string, unknown>) => typeof TEXT === "string" && label.test(TEXT);
      let found: Message | undefined;
      const isThere = async () => {
        found = (await messagesTo(personId)).findLast(({ keyboard }) => keyboard.some(hasLabel));
        return found !== undefined;
      };
      await waitUntil(isThere, { timeoutMs: BUTTON_TIMEOUT_MS, everyMs: 100 });
      if (found === undefined) throw new AppError("not_found", `${personId} has no button ${String(label)}`);
      const index = found.keyboard.findIndex(hasLabel);
      await callJson(`${api}/messages/${found.id}/press`, { as: personId, index });
    },

    /** What somebody does in the portal's own pages: a REST method with their rights. */
    async act<Answer>(personId: string, method: string, params: object): Promise<Answer> {
      const answer = z
        .object({ result: z.unknown() })
        .parse(await callJson(`${api}/act`, { as: personId, method, params }));
      return answer.result as Answer; // safe: both sides are in this repository
    },
  };
}
