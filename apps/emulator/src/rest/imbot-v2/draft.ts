import { MAX_ATTACH_LENGTH_V2, parseAttach } from "../../chat/attach.ts";
import { parseKeyboard } from "../../chat/keyboard.ts";
import type { KeyboardButton } from "../../state/model.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** @throws RestError `KEYBOARD_ERROR` for anything but the flat list of buttons. */
export function readKeyboard(value: unknown): KeyboardButton[] {
  const keyboard = parseKeyboard(value);
  if (keyboard === null) throw badRequest("KEYBOARD_ERROR", "Incorrect keyboard params");
  return keyboard;
}

/**
 * The attach as it was given, as a list or with `BLOCKS`; null for none.
 *
 * @param maxLength Of the attach as JSON, in characters; the two APIs differ.
 * @throws RestError when it is no attach, or too large.
 */
export function readAttach(fields: Params, name: string, maxLength = MAX_ATTACH_LENGTH_V2): unknown {
  const parsed = parseAttach(fields[name], maxLength);
  if (parsed.kind === "wrong") throw badRequest("ATTACH_ERROR", "Incorrect attach params");
  if (parsed.kind === "oversize") {
    throw badRequest("ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach");
  }
  return parsed.kind === "empty" ? null : parsed.attach;
}
