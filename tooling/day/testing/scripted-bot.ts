import { onTestFinished } from "vitest";
import { z } from "zod";

const LOOK_EVERY_MS = 20;
const BOT_TOKEN = "scripted";

const Hook = z.object({ url: z.string() });
const Registered = z.object({ result: z.object({ bot: z.object({ id: z.number() }) }) });
const Events = z.object({
  result: z.object({
    nextOffset: z.number(),
    events: z.array(z.object({ type: z.string(), data: z.looseObject({}) })),
  }),
});
const Written = z.object({
  chat: z.object({ id: z.number(), entityId: z.string() }),
  message: z.object({ text: z.string().nullish(), params: z.unknown() }).optional(),
  command: z.object({ params: z.string().nullish() }).optional(),
});

/** What the bot does with a message or a pressed button, by calls of the portal. */
export type Script = (heard: { text: string; chatId: number; entityId: string }, call: Call) => Promise<void>;
export type Call = (method: string, params: object) => Promise<unknown>;

/** A bot of an open line that is played by a function. It stops when the test ends. */
export async function startScriptedBot(emulatorUrl: string, script: Script): Promise<void> {
  const post = async (url: string, body: object): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return await response.json();
  };
  const scopes = ["imbot", "imopenlines", "im", "crm", "task"];
  const hook = Hook.parse(await post(`${emulatorUrl}/emulator/api/webhooks`, { userId: 1, scopes }));
  const fields = { code: "scripted", botToken: BOT_TOKEN, type: "openline", properties: { name: "Scripted" } };
  const { result } = Registered.parse(await post(`${hook.url}imbot.v2.Bot.register`, { fields }));
  const call: Call = (method, params) =>
    post(hook.url + method, { botId: result.bot.id, BOT_ID: result.bot.id, botToken: BOT_TOKEN, ...params });
  const command = { command: "choose", title: { en: "Choose" }, isHidden: true };
  await call("imbot.v2.Command.register", { fields: command });

  let isOver = false;
  let offset = 0;
  const listen = async () => {
    while (!isOver) {
      const { result: page } = Events.parse(await call("imbot.v2.Event.get", { offset }));
      offset = page.nextOffset;
      for (const { type, data } of page.events) {
        if (!/MESSAGEADD|COMMANDADD/.test(type)) continue;
        const { chat, message, command: called } = Written.parse(data);
        await script({ text: called?.params ?? message?.text ?? "", chatId: chat.id, entityId: chat.entityId }, call);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const listening = listen();
  onTestFinished(async () => {
    isOver = true;
    await listening.catch(() => {});
  });
}
