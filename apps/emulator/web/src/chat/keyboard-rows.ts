import { type ChatButton, toSafeHref } from "@botdeck/ui";
import type { KeyboardButton } from "../api/types.ts";

/** Cuts the flat keyboard of Bitrix24 into rows; a button's id is its place in the flat list, NEWLINE entries counted. */
export function keyboardRows(keyboard: readonly KeyboardButton[]): ChatButton[][] {
  const rows: ChatButton[][] = [[]];
  for (const [index, button] of keyboard.entries()) {
    if (button.TYPE === "NEWLINE") rows.push([]);
    else rows.at(-1)?.push(toButton(button, index));
  }
  return rows.filter((row) => row.length > 0);
}

function toButton(button: KeyboardButton, index: number): ChatButton {
  const href = button.LINK === undefined ? null : toSafeHref(button.LINK);
  return { id: index, text: String(button.TEXT ?? ""), href: href ?? undefined, isDisabled: button.DISABLED === "Y" };
}
