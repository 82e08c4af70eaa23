import type { B24Client } from "../../client.ts";
import type { BotVerbs } from "../bot-api.ts";
import type { BotChanges, BotProfile, EventTarget } from "../bot-registration.ts";
import { checkBotToken, otherType } from "../registration-faults.ts";
import { syncCommands } from "./commands.ts";

const PAGE_SIZE = 50;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/bots */
export function createBotVerbs(client: B24Client): BotVerbs {
  return {
    /** Registering returns an existing bot as it is, so an update always follows. */
    async register(bot, options) {
      const { code, type, botToken } = bot;
      checkBotToken(code, botToken);
      const fields = {
        ...eventFields(bot),
        ...profileFields(bot),
        // A bot of type openline serves clients anyway.
        ...(type !== "openline" && { isSupportOpenline: bot.isSupportOpenline ?? false }),
        properties: propertiesOf(bot),
      };
      const token = botToken === undefined ? {} : { botToken };
      const registered = await client.call(
        "imbot.v2.Bot.register",
        { fields: { ...fields, code, type, ...token } },
        options,
      );
      const { id: botId, type: found } = registered.bot;
      if ((found ?? "") !== "" && found !== type) throw otherType(code, found ?? "", type);
      await client.call("imbot.v2.Bot.update", { botId, botToken, fields }, options);
      return { bitrixBotId: botId };
    },

    async update({ botId, botToken }, changes, options) {
      const { events, isSupportOpenline } = changes;
      const properties = propertiesOf(changes);
      const fields = {
        ...(events && eventFields(events)),
        ...profileFields(changes),
        ...(isSupportOpenline !== undefined && { isSupportOpenline }),
        ...(Object.keys(properties).length > 0 && { properties }),
      };
      await client.call("imbot.v2.Bot.update", { botId, botToken, fields }, options);
    },

    async unregister({ botId, botToken }, options) {
      await client.call("imbot.v2.Bot.unregister", { botId, botToken }, options);
    },

    async list({ botToken }, options) {
      const listed = [];
      for (let offset = 0; ; offset += PAGE_SIZE) {
        const page = await client.call("imbot.v2.Bot.list", { botToken, limit: PAGE_SIZE, offset }, options);
        const names = new Map((page.users ?? []).map(({ id, name }) => [id, name]));
        for (const { id, code, type, isSupportOpenline } of page.bots ?? []) {
          const servesOpenLines = type === "openline" || isSupportOpenline === true;
          listed.push({ botId: id ?? "", code: code ?? "", name: names.get(id) ?? "", servesOpenLines });
        }
        if (page.hasNextPage !== true) return listed;
      }
    },

    syncCommands: (bot, sync, options) => syncCommands(client, bot, sync, options),
  };
}

function eventFields(target: EventTarget) {
  const { eventMode } = target;
  return target.eventMode === "webhook" ? { eventMode, webhookUrl: target.webhookUrl } : { eventMode };
}

function profileFields({ isHidden, isReactionsEnabled, backgroundId }: Partial<BotProfile>) {
  return {
    ...(isHidden !== undefined && { isHidden }),
    ...(isReactionsEnabled !== undefined && { isReactionsEnabled }),
    ...(backgroundId !== undefined && { backgroundId }),
  };
}

function propertiesOf({ name, lastName, workPosition, color, gender, avatar }: BotChanges): Record<string, string> {
  const properties = { name, lastName, workPosition, color, gender, avatar };
  const given = Object.entries(properties).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}
