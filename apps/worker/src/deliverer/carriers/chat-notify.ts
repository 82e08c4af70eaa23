import type { Effect } from "@botdeck/core";
import type { OutboxEffect } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { chatSend } from "./chat-send.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";

/** Tells what nobody waits for: in the dialog with the bot, or by the portal's bell. */
export function chatNotify(deps: PortalDeps): Carrier<"chat.notify"> {
  const said = chatSend("chat.notify", deps);
  return {
    carry: (effect, row, signal) =>
      effect.inBell === true ? ring(effect, row, signal, deps) : said.carry(effect, row, signal),
    // A notification with the same tag takes the place of the one before.
    look: async (effect, row, signal) =>
      effect.inBell === true ? { kind: "repeatable" } : await said.look(effect, row, signal),
  };
}

/** @see Bitrix24 docs: chats/notifications/im-notify-system-add */
async function ring(
  { dialogId, text }: Effect & { kind: "chat.notify" },
  row: OutboxEffect,
  signal: AbortSignal,
  deps: PortalDeps,
): Promise<null> {
  const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
  const { botToken } = credentials;
  // A webhook's tags are its own only with a name beside them.
  const tag = { TAG: `botdeck:${row.id}`, ...(botToken !== undefined && { CLIENT_ID: botToken }) };
  await client.call(
    "im.notify.system.add",
    { USER_ID: dialogId, MESSAGE: text, ...tag },
    inTime("chat.notify", signal),
  );
  // It is no message of a dialog: nothing can be edited by its number.
  return null;
}
