/** A longer text is cut off by the portal without an error. Bitrix24 docs: imbot.v2.Chat.Message.send */
export const MAX_MESSAGE_LENGTH = 20_000;

/** Where a text may be parted, best first. */
const BORDERS = [/\n{2,}/g, /\n/g, /[.!?…]+[)\]"»”]*\s+/g, /\s+/g];

/**
 * Parts a text that is too long for one message, at the end of a paragraph, line, sentence or word if there is one in
 * the second half of a part, else between two letters. Spaces at the borders are dropped. An empty text gives no parts.
 */
export function splitMessage(text: string, maxLength = MAX_MESSAGE_LENGTH): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const end = borderOf(rest.slice(0, maxLength + 1), maxLength);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

function borderOf(window: string, maxLength: number): number {
  for (const border of BORDERS) {
    const ends = [...window.matchAll(border)].map((match) => match.index + match[0].trimEnd().length);
    const last = ends.findLast((end) => end <= maxLength);
    if (last !== undefined && last > maxLength / 2) return last;
  }
  // Never between the halves of a surrogate pair.
  const beforeCut = window.charCodeAt(maxLength - 1);
  const isHighHalf = beforeCut >= 0xd800 && beforeCut <= 0xdbff;
  return isHighHalf && maxLength > 1 ? maxLength - 1 : maxLength;
}
