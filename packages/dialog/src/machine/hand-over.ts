import { type Dialog, type Effect, lineOf, type Owner } from "@botdeck/core";

/**
 * What giving a dialog to the operators means: the queue it goes to and the effects that put it there; null where there
 * are no operators, in a private or group chat.
 *
 * @param note For operators only; empty for none.
 */
export function handOverOf(dialog: Dialog, note: string): { owner: Owner; effects: Effect[] } | null {
  if (dialog.type !== "open_line" || dialog.chatId === null) return null;
  const { id: dialogId, chatId } = dialog;
  const noteEffect: Effect[] = note === "" ? [] : [{ kind: "chat.send", dialogId, text: note, forOperators: true }];
  return {
    owner: `queue:${lineOf(dialog) ?? "line"}`,
    effects: [...noteEffect, { kind: "chat.hand_over", dialogId, chatId }],
  };
}
