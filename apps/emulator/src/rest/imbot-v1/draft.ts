import { MAX_ATTACH_LENGTH_V1 } from "../../chat/attach.ts";
import { MAX_KEYBOARD_LENGTH_V1, parseKeyboard } from "../../chat/keyboard.ts";
import type { KeyboardButton, Message } from "../../state/model.ts";
import { readAttach } from "../imbot-v2/draft.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/**
 * ATTACH, KEYBOARD and MENU of a message; empty ones where nothing was given.
 *
 * @throws RestError when one of them is none, or larger than the first API takes.
 */
export function readExtras(params: Params): Pick<Message, "attach" | "keyboard"> & { menu: KeyboardButton[] } {
  return {
    attach: readAttach(params, "ATTACH", MAX_ATTACH_LENGTH_V1),
    keyboard: readButtons(params, "KEYBOARD"),
    menu: readButtons(params, "MENU"),
  };
}

function readButtons(params: Params, name: "KEYBOARD" | "MENU"): KeyboardButton[] {
  const word = name.toLowerCase();
  const buttons = parseKeyboard(params[name]);
  if (buttons === null) throw badRequest(`${name}_ERROR`, `Incorrect ${word} params`);
  if (JSON.stringify(buttons).length > MAX_KEYBOARD_LENGTH_V1) {
    throw badRequest(`${name}_OVERSIZE`, `You have exceeded the maximum allowable size of ${word}`);
  }
  return buttons;
}
