import { sendChatFile } from "@botdeck/crm";
import { AppError } from "@botdeck/core";
import { readKeptFile } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";

/** Sends a kept file into a dialog. */
export function chatFile(deps: PortalDeps): Carrier<"chat.file"> {
  return {
    async carry({ dialogId, keptFileId, name, text }, row, signal) {
      const file = await readKeptFile(deps.db, keptFileId);
      if (file === null || file.portalId !== row.portalId) {
        throw new AppError("not_found", "The file that is to be sent is not kept any more", {
          context: { keptFileId },
        });
      }
      const [client, { bot, credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const message = { ...credentials, dialogId, name, text, content: file.content };
      return sendChatFile(client, bot.api, message, inTime("chat.file", signal));
    },

    // The dialog shows files under names that people may give to others as well.
    look: async () => ({ kind: "unreadable" }),
  };
}
