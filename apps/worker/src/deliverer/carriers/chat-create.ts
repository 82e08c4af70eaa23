import { createBotApi } from "@botdeck/b24-client";
import { noteServiceChatMade } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";

/** Makes a service chat. The bot owns it, so that it may keep its members in step. */
export function chatCreate(deps: PortalDeps): Carrier<"chat.create"> {
  return {
    async carry({ serviceChatId, title, memberIds }, row, signal) {
      const [client, { bot, credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const chat = { title, userIds: memberIds };
      const { dialogId } = await createBotApi(client, bot.api).createChat(
        credentials,
        chat,
        inTime("chat.create", signal),
      );
      await noteServiceChatMade(deps.db, serviceChatId, { dialogId, members: memberIds });
      return dialogId;
    },

    /** The second bot API lists no chats of a bot: whether it is there a person has to see. */
    look: async () => ({ kind: "unreadable" }),
  };
}
