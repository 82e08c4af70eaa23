import { toSafeHref } from "@botdeck/ui";
import type { KeyboardButton } from "../api/types.ts";
import { hexColor, inkOn } from "../attach/color.ts";

export type ButtonTone = "primary" | "secondary" | "alert" | "base";

/** A button of a message as it is drawn; `index` counts through the flat keyboard, its NEWLINE entries included. */
export type ShownButton = {
  index: number;
  text: string;
  /** An http(s) address; such a button is a link and presses nothing. */
  href: string | null;
  isDisabled: boolean;
  /** A line of its own, beside the others, or as much room as there is. */
  display: "block" | "line" | "even";
  widthPx: number | null;
  tone: ButtonTone;
  /** The bot's own colours, with an ink that can be read. */
  colors: { background: string; color: string } | null;
};

const TONES: readonly ButtonTone[] = ["primary", "secondary", "alert", "base"];
const WIDEST_PX = 480;

/**
 * Cuts the flat keyboard of Bitrix24 into rows. Buttons for phones alone stay away: this page is a desktop's.
 *
 * @param origin Of this page: what a link such as `/company/…` is relative to.
 */
export function keyboardRows(keyboard: readonly KeyboardButton[], origin: string): ShownButton[][] {
  const rows: ShownButton[][] = [[]];
  for (const [index, button] of keyboard.entries()) {
    if (button.TYPE === "NEWLINE") rows.push([]);
    else if (button.CONTEXT !== "MOBILE") rows.at(-1)?.push(shownButton(button, index, origin));
  }
  return rows.filter((row) => row.length > 0);
}

function shownButton(button: KeyboardButton, index: number, origin: string): ShownButton {
  const isDisabled = button.DISABLED === "Y";
  const widthPx = Number(button.WIDTH) || null;
  return {
    index,
    text: String(button.TEXT ?? ""),
    href: button.LINK === undefined ? null : hrefOf(button.LINK, origin),
    isDisabled,
    display: button.DISPLAY === "BLOCK" ? "block" : button.DISPLAY === "LINE" ? "line" : "even",
    widthPx: widthPx === null ? null : Math.min(widthPx, WIDEST_PX),
    tone: TONES.find((tone) => tone === button.BG_COLOR_TOKEN) ?? "secondary",
    colors: colorsOf(button, isDisabled),
  };
}

function hrefOf(link: string, origin: string): string | null {
  const isRelative = /^\/(?!\/)/u.test(link);
  return toSafeHref(isRelative ? `${origin}${link}` : link);
}

function colorsOf(button: KeyboardButton, isDisabled: boolean): ShownButton["colors"] {
  const background = hexColor(isDisabled ? (button.OFF_BG_COLOR ?? null) : button.BG_COLOR);
  if (background === null) return null;
  return { background, color: inkOn(background, hexColor(isDisabled ? button.OFF_TEXT_COLOR : button.TEXT_COLOR)) };
}
