import { chooseCut } from "./choose-cut.ts";

/** A longer text is cut off by the portal without an error. Bitrix24 docs: imbot.v2.Chat.Message.send */
export const MAX_MESSAGE_LENGTH = 20_000;

/**
 * Parts a text that is too long for one message, at the end of a paragraph, line, sentence or word if there is one in
 * the second half of a part, else between two letters. Never inside a BB tag or a link; a format that spans a border is
 * closed and opened again. Spaces at the borders are dropped. An empty text gives no parts.
 */
export function splitMessage(text: string, maxLength = MAX_MESSAGE_LENGTH): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const { end, closing, opening } = chooseCut(rest, maxLength);
    parts.push(rest.slice(0, end).trimEnd() + closing);
    rest = opening + rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}
