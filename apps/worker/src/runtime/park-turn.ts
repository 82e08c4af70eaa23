import { bb } from "@botdeck/b24-client";
import type { BotEvent } from "@botdeck/core";
import {
  addMessages,
  type ClaimedEvent,
  holdEvent,
  laneOf,
  type NewEffect,
  type NewMessage,
  parkEvent,
  putEffects,
  saveConversation,
  type SeenConversation,
} from "@botdeck/db";
import type { Language } from "@botdeck/dialog";
import type { GrantNeeded } from "@botdeck/portal-clients";

import { beginIfNew } from "./begin-if-new.ts";
import type { RuntimeDeps } from "./deps.ts";
import type { Handled } from "./handle-event.ts";
import { PERMISSION_WORDS } from "./permission-words.ts";

export type TurnToPark = {
  row: ClaimedEvent & { body: BotEvent };
  seen: SeenConversation;
  language: Language;
  botName: string;
  /** What the person said, to be written down now: when the event runs again, it is not. */
  said: readonly NewMessage[];
  needed: GrantNeeded;
  /** By which they give the permission. */
  url: string;
};

/**
 * Ends an event that nobody may carry out yet: it waits for its person's permission, for which they are asked in private.
 *
 * @returns Null when the conversation was begun by somebody else meanwhile.
 */
export async function parkTurn(turn: TurnToPark, { db }: Pick<RuntimeDeps, "db">): Promise<Handled | null> {
  const { row, seen, said, needed } = turn;
  return await db.transaction(async (tx) => {
    const begun = await beginIfNew(tx, seen);
    if (begun === null) return null;
    await holdEvent(tx, row);
    await parkEvent(tx, { event: row, userId: needed.userId });
    const wanted = wordsOf(turn);
    const spoken = wanted.flatMap(({ effect, key }) =>
      effect.kind === "chat.send" && effect.dialogId === row.body.dialog.id
        ? [{ author: "bot" as const, authorName: turn.botName, text: effect.text, sourceKey: key }]
        : [],
    );
    // The link is theirs alone, so that its button is not kept with the message.
    await addMessages(tx, begun.row.id, [...said, ...spoken]);
    const last = spoken.at(-1);
    if (last !== undefined) await saveConversation(tx, begun.row, { lastMessage: { text: last.text, by: "bot" } });
    return { conversationId: begun.row.id, effects: await putEffects(tx, wanted) };
  });
}

/** The question in private, and in a group a word to its person that it was asked. */
function wordsOf({ row, seen, language, needed: { userId }, url }: TurnToPark): NewEffect[] {
  const { portalId, botId, dialog, person } = row.body;
  const words = PERMISSION_WORDS[language];
  const isPrivate = dialog.id === userId;
  const of = { portalId, botId };
  const question: NewEffect = {
    ...of,
    key: `permission:${row.id}`,
    conversationId: isPrivate ? seen.row.id : null,
    lane: laneOf({ botId, dialog: { id: userId } }),
    effect: {
      kind: "chat.send",
      dialogId: userId,
      text: words.ask,
      buttons: [[{ kind: "link", text: words.button, url }]],
    },
  };
  if (isPrivate) return [question];
  const name = person.id === userId && person.name !== "" ? person.name : userId;
  const hint: NewEffect = {
    ...of,
    key: `permission:${row.id}:hint`,
    conversationId: seen.row.id,
    lane: laneOf(row.body),
    effect: { kind: "chat.send", dialogId: dialog.id, text: words.inPrivate(bb.user(userId, name).toString()) },
  };
  return [question, hint];
}
