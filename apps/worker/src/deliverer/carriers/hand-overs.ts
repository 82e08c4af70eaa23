import { handOver, transferDialog } from "@botdeck/b24-client";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";

export function chatHandOver(deps: PortalDeps): Carrier<"chat.hand_over"> {
  return {
    async carry(effect, row, signal) {
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      await handOver(client, { ...credentials, chatId: effect.chatId }, inTime("chat.hand_over", signal));
      return null;
    },
    // A dialog that a person has already stays theirs.
    look: async () => ({ kind: "repeatable" }),
  };
}

export function chatTransfer(deps: PortalDeps): Carrier<"chat.transfer"> {
  return {
    async carry({ chatId, to }, row, signal) {
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const transfer = { ...credentials, chatId, to, mayBeDone: row.attempt > 1 };
      await transferDialog(client, transfer, inTime("chat.transfer", signal));
      return null;
    },
    // The bot has left with the first one, and cannot transfer what it has not.
    look: async () => ({ kind: "repeatable" }),
  };
}
