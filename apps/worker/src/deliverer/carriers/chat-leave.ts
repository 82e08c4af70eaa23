import { createBotApi } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";

/** Takes the bot out of a group. One that is not in it any more has left. */
export function chatLeave(deps: PortalDeps): Carrier<"chat.leave"> {
  return {
    async carry({ dialogId }, row, signal) {
      const [client, { bot, credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      try {
        await createBotApi(client, bot.api).leaveChat({ ...credentials, dialogId }, inTime("chat.leave", signal));
      } catch (error) {
        const isGone = error instanceof AppError && ["forbidden", "not_found"].includes(error.code);
        if (!isGone) throw error;
      }
      return null;
    },

    look: async () => ({ kind: "repeatable" }),
  };
}
