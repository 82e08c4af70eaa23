import type { Json, Reply } from "./send.ts";
import type { TestPortal } from "./test-portal.ts";

export const BOT_TOKEN = "demo-bot-token";

/** A v2 bot of a webhook caller, and its calls with `botId` and `botToken` filled in. */
export type DemoBot = {
  id: number;
  call: (method: string, params?: object) => Promise<Reply>;
  /** The events that wait for it, all acknowledged. */
  events: () => Promise<Json[]>;
};

export async function registerBot(world: TestPortal, fields: object = {}): Promise<DemoBot> {
  const code = `bot${world.portal.state.bots.size + 1}`;
  const { body } = await world.rest("imbot.v2.Bot.register", {
    fields: { code, botToken: BOT_TOKEN, type: "openline", properties: { name: "Demo bot" }, ...fields },
  });
  const { id } = body["result"].bot;
  const call: DemoBot["call"] = (method, params = {}) =>
    world.rest(method, { botId: id, botToken: BOT_TOKEN, ...params });
  return {
    id,
    call,
    async events() {
      const fetched = await call("imbot.v2.Event.get", { limit: 1000 });
      await call("imbot.v2.Event.get", { offset: fetched.body["result"].nextOffset });
      return fetched.body["result"].events;
    },
  };
}

/** A client's open line dialog with its first message in it. */
export async function clientWrites(world: TestPortal, client: string, text: string): Promise<Json> {
  const dialog = await world.control("POST", "/dialogs", { as: client });
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: client, text });
  return dialog;
}
