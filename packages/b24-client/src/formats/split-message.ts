import { type BbTag, findBbTags, isAlone } from "./bb-tags.ts";

/** A longer text is cut off by the portal without an error. Bitrix24 docs: imbot.v2.Chat.Message.send */
export const MAX_MESSAGE_LENGTH = 20_000;

/** Where a text may be parted, best first. */
const BORDERS = [/\n{2,}/g, /\n/g, /(?<![.!?…])[.!?…]+[)\]"»”]*\s+/g, /\s+/g];

/** Formats that may end in one message and go on in the next; what other pairs hold belongs together. */
const GOES_ON = new Set(["b", "i", "u", "s", "size", "color", "code"]);

/** Where to cut; what is open there is closed in this part and opened anew in the next. */
type Cut = { end: number; closing: string; opening: string };

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

function chooseCut(text: string, maxLength: number): Cut {
  const tags = findBbTags(text);
  const spans = wholeSpans(tags, maxLength);
  const window = text.slice(0, maxLength + 1);
  const half = Math.floor(maxLength / 2);
  const borders = BORDERS.map((border) =>
    [...window.matchAll(border)]
      .map((match) => match.index + match[0].trimEnd().length)
      .filter((end) => end > half && end <= maxLength)
      .toReversed(),
  );
  const cutAt = (end: number): Cut | null => {
    if (splitsLetter(text, end) || spans.some((span) => span.start < end && end < span.end)) return null;
    const open = openAt(tags, end);
    const opening = open.map((tag) => text.slice(tag.start, tag.end)).join("");
    const closing = open
      .toReversed()
      .map(({ name }) => `[/${name}]`)
      .join("");
    return end + closing.length <= maxLength && opening.length < half ? { end, closing, opening } : null;
  };

  const cuts = borders.flatMap((ends) => ends.map(cutAt)).filter((cut) => cut !== null);
  const best = cuts.find(({ opening }) => opening === "") ?? cuts[0];
  if (best) return best;
  for (let end = maxLength; end > half; end--) {
    const cut = cutAt(end);
    if (cut) return cut;
  }
  // Nothing but one endless tag: it would not work in one message either.
  const end = splitsLetter(text, maxLength) && maxLength > 1 ? maxLength - 1 : maxLength;
  return { end, closing: "", opening: "" };
}

/** Every tag, and every pair whose content belongs together unless it is as long as half a message. */
function wholeSpans(tags: readonly BbTag[], maxLength: number): { start: number; end: number }[] {
  const pairs = tags.flatMap((tag, index) => {
    if (tag.isClosing || isAlone(tag) || GOES_ON.has(tag.name)) return [];
    const closing = tags.slice(index + 1).find(({ name, isClosing }) => isClosing && name === tag.name);
    const isShort = closing !== undefined && closing.end - tag.start <= maxLength / 2;
    return isShort ? [{ start: tag.start, end: closing.end }] : [];
  });
  return [...tags, ...pairs];
}

function openAt(tags: readonly BbTag[], end: number): BbTag[] {
  const open: BbTag[] = [];
  for (const tag of tags) {
    if (tag.end > end) break;
    if (!GOES_ON.has(tag.name)) continue;
    if (!tag.isClosing) open.push(tag);
    else {
      const index = open.findLastIndex(({ name }) => name === tag.name);
      if (index !== -1) open.splice(index, 1);
    }
  }
  return open;
}

/** Between the halves of a surrogate pair. */
function splitsLetter(text: string, end: number): boolean {
  const before = text.charCodeAt(end - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
