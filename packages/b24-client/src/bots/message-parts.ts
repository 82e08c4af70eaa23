import { splitMessage } from "../formats/split-message.ts";
import type { MessageContent } from "./bot-message.ts";

/**
 * A text too long for one message as several, in order; buttons and attach go with the last one. Each is a message of
 * its own with its own outcome, so whoever must not post anything twice keeps them apart from the start.
 */
export function toMessageParts<Content extends MessageContent>(content: Content, maxLength?: number): Content[] {
  const texts = content.text === undefined ? [] : splitMessage(String(content.text), maxLength);
  if (texts.length < 2) return [content];
  const { buttons: _buttons, attach: _attach, ...plain } = content;
  return texts.map((text, index) => {
    const kept = index === texts.length - 1 ? content : plain;
    // safe: buttons and attach may be left out of any content
    return { ...kept, text } as Content;
  });
}
