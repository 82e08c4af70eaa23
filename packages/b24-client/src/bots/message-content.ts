import { AppError } from "@botdeck/core";

import { type Attach, toAttach, type WireAttach } from "../formats/attach.ts";
import type { BbText } from "../formats/bb.ts";
import { type Keyboard, toKeyboard, type WireButton } from "../formats/keyboard.ts";
import { type BotApiVersion, checkPartSize } from "../formats/message-limits.ts";
import { MAX_MESSAGE_LENGTH } from "../formats/split-message.ts";
import type { MessageContent } from "./bot-message.ts";

export type CheckedContent = {
  text: string | undefined;
  keyboard: WireButton[] | undefined;
  attach: WireAttach | undefined;
};

/** @throws AppError `invalid` for what the portal would cut off or refuse. */
export function checkMessage(content: MessageContent, version: BotApiVersion): CheckedContent {
  const text = content.text === undefined ? undefined : checkText(content.text);
  if ((text ?? "").trim() === "" && content.attach === undefined) {
    throw new AppError("invalid", "A message needs a text or an attach");
  }
  const { attach, buttons } = content;
  return {
    text,
    keyboard: buttons === undefined ? undefined : checkKeyboard(buttons, version),
    attach: attach === undefined ? undefined : checkAttach(attach, version),
  };
}

/** The portal cuts a longer text without a word. */
export function checkText(content: string | BbText): string {
  const text = String(content);
  if (text.length <= MAX_MESSAGE_LENGTH) return text;
  const limit = `A message has at most ${MAX_MESSAGE_LENGTH} characters, and this one has ${text.length}`;
  throw new AppError("invalid", `${limit}: part it with splitMessage`);
}

/** Undefined when there are no buttons in any row. */
export function checkKeyboard(buttons: Keyboard, version: BotApiVersion): WireButton[] | undefined {
  const keyboard = toKeyboard(buttons);
  checkPartSize("keyboard", keyboard, version);
  return keyboard.length === 0 ? undefined : keyboard;
}

export function checkAttach(content: Attach, version: BotApiVersion): WireAttach {
  const attach = toAttach(content);
  checkPartSize("attach", attach, version);
  return attach;
}
