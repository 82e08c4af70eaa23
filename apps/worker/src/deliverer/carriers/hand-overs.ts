import { finishSession, finishSessionAs, handOver, transferAs, transferDialog } from "@botdeck/b24-client";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

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
    async carry({ chatId, to, byId = null }, row, signal) {
      if (byId !== null) {
        await transferAs(await reachAs(row, byId, deps), { chatId, to }, inTime("chat.transfer", signal));
        return null;
      }
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const transfer = { ...credentials, chatId, to, mayBeDone: row.attempt > 1 };
      await transferDialog(client, transfer, inTime("chat.transfer", signal));
      return null;
    },
    // The bot has left with the first one, and cannot transfer what it has not.
    look: async () => ({ kind: "repeatable" }),
  };
}

export function chatFinish(deps: PortalDeps): Carrier<"chat.finish"> {
  return {
    async carry({ chatId, byId }, row, signal) {
      const options = inTime("chat.finish", signal);
      if (byId !== null) {
        await finishSessionAs(await reachAs(row, byId, deps), chatId, options);
        return null;
      }
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      await finishSession(client, { ...credentials, chatId, mayBeDone: row.attempt > 1 }, options);
      return null;
    },
    // What is closed stays so.
    look: async () => ({ kind: "repeatable" }),
  };
}
