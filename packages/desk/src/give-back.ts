import { AppError, type Effect } from "@botdeck/core";
import { addMessages, type PortalBot, portalBotById, type Transaction } from "@botdeck/db";

import { beginAct, type DeskPerson, noteAct, refuseOthers, type Seen } from "./act.ts";
import { moveOwner } from "./move-owner.ts";
import { isBotThere } from "./voice.ts";

export type GiveBack = Seen & {
  /** What the bot says as it comes back, in its own words; null for nothing. */
  word: string | null;
};

/**
 * Gives a conversation back to the bot, which begins anew.
 *
 * @throws AppError `conflict` when it has changed hands since it was seen, is with no operator, or the bot is not in the
 *   portal's chat any more; `forbidden` as `takeOver`; `unsupported` when nobody would answer, because the bot is off there.
 */
export async function giveBack(tx: Transaction, by: DeskPerson, { word, ...seen }: GiveBack): Promise<void> {
  const act = await beginAct(tx, by, seen);
  const { conversation, hold } = act;
  if (!conversation.owner.startsWith("operator:")) {
    throw new AppError("conflict", "No operator leads this conversation.");
  }
  refuseOthers(act);
  if (!isBotThere(conversation, hold)) {
    throw new AppError(
      "conflict",
      "The bot has left this chat on the portal. Close the dialog: the client's next message begins with the bot again.",
    );
  }
  const bot = await portalBotById(tx, conversation.botId);
  refuseOff(bot);
  const effects: Effect[] = word === null ? [] : [{ kind: "chat.send", dialogId: conversation.dialogId, text: word }];
  if (word === null) await moveOwner(tx, act, "bot");
  else {
    await moveOwner(tx, act, "bot", { effects, lastMessage: { text: word, by: "bot" } });
    const said = { author: "bot" as const, authorName: bot.name, text: word, sourceKey: `desk:${act.id}` };
    await addMessages(tx, conversation.id, [said]);
  }
  await noteAct(tx, act, "giveBack", { before: conversation.owner, after: "bot", isWordSaid: word !== null });
}

/** The client would wait for somebody who decides nothing, until their next word brings them to people again. */
function refuseOff(bot: PortalBot | null): asserts bot is PortalBot {
  if (bot !== null && bot.isOn && bot.state === "active") return;
  const isOff = bot?.isOn === false;
  throw new AppError(
    "unsupported",
    isOff
      ? "The bot is switched off on this portal: pass the client on to people, or have an admin switch the bot on."
      : "The bot is not at work on this portal: pass the client on to people, or have an admin look at the portal's page.",
  );
}
