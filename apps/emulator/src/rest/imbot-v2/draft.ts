import { parseKeyboard } from "../../chat/keyboard.ts";
import type { KeyboardButton } from "../../state/model.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** Bitrix24 docs: messages/attachments. */
const MAX_ATTACH_LENGTH = 60_000;

/** @throws RestError `KEYBOARD_ERROR` for anything but the flat list of buttons. */
export function readKeyboard(value: unknown): KeyboardButton[] {
  const keyboard = parseKeyboard(value);
  if (keyboard === null) throw badRequest("KEYBOARD_ERROR", "Incorrect keyboard params");
  return keyboard;
}

/** The attach as it was given, as a list or with `BLOCKS`; null for none. @throws RestError when it is neither. */
export function readAttach(fields: Params, name: string): unknown {
  const given = fields[name];
  if (given === undefined || given === null || given === "N") return null;
  const attach = typeof given === "string" ? parseJson(given) : given;
  const isBlocks = Array.isArray(attach) && attach.length > 0;
  const isFull = typeof attach === "object" && attach !== null && "BLOCKS" in attach;
  if (!isBlocks && !isFull) throw badRequest("ATTACH_ERROR", "Incorrect attach params");
  if (JSON.stringify(attach).length > MAX_ATTACH_LENGTH) {
    throw badRequest("ATTACH_OVERSIZE", "You have exceeded the maximum allowable size of attach");
  }
  return attach;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
