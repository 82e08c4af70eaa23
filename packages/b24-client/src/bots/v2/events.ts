import type { B24Client } from "../../client.ts";
import { B24Error } from "../../error.ts";
import type { EventVerbs } from "../bot-api.ts";

const DOWNLOAD = "imbot.v2.File.download";

/** Bitrix24 docs: chat-bots-v2/imbot.v2/events, chat-bots-v2/imbot.v2/files */
export function createEventVerbs(client: B24Client): EventVerbs {
  return {
    async getEvents(query, options) {
      const { events, nextOffset, hasMore } = await client.call("imbot.v2.Event.get", query, options);
      return {
        events: events.map((event) => ({ date: null, data: {}, ...event })),
        nextOffset: nextOffset ?? null,
        hasMore: hasMore ?? false,
      };
    },

    async fileLink({ botId, botToken, fileId }, options) {
      const { downloadUrl } = await client.call(DOWNLOAD, { botId, botToken, fileId }, options);
      if (downloadUrl) return downloadUrl;
      throw new B24Error("not_found", "The portal gave no link to the file", {
        method: DOWNLOAD,
        outcome: "not_applied",
      });
    },
  };
}
